/** Three units of two cities, as the model knows them (模型). */
export const unitsOfModel = [
  { person: 'model-one', staff: 'model-jieyang', id: 'model-unit-1', name: '揭阳双创基地', city: '揭阳' },
  { person: 'model-two', staff: 'model-jieyang', id: 'model-unit-2', name: '揭阳服务平台', city: '揭阳' },
  { person: 'model-three', staff: 'model-yunfu', id: 'model-unit-3', name: '云浮促进会', city: '云浮' },
] as const;
export type UnitOfModel = (typeof unitsOfModel)[number];

type StateInModel = 'announced' | 'reported' | 'returned' | 'accepted' | 'withdrawn' | 'cancelled';

/** A record as its own unit states it, and where it stands. */
export interface RecordInModel {
  id: string;
  name: string;
  unit: UnitOfModel;
  count: number | null;
  state: StateInModel;
  isInBulletin: boolean;
  /** Co-hosts, in the order in which they joined. */
  coHosts: UnitOfModel[];
  /** Who asks to be one. */
  asking: UnitOfModel[];
  /** Whom the unit has turned down, or taken off: they may not ask again. */
  turnedDown: UnitOfModel[];
}

/** Records that are one event: the leading one first, the others as they were merged, each with what was chosen then. */
export interface EventInModel {
  records: RecordInModel[];
  merges: { other: RecordInModel; pairId: string; chosen: number | null; leadingWas: number | null }[];
}

/** An event as bulletin, tables and the public should tell it. */
export interface ToldEvent {
  hosts: string[];
  coHosts: string[];
  count: number | null;
}

const heldStates: readonly StateInModel[] = ['announced', 'reported', 'accepted'];

export function isAlive({ state }: RecordInModel): boolean {
  return state !== 'withdrawn' && state !== 'cancelled';
}

/** The week as it should be: what three units logged, and which of it is one event. Written from the rules, and from nothing else. */
export class WeekModel {
  readonly events: EventInModel[] = [];
  /** The units that say they have nothing this week. */
  readonly nil = new Set<UnitOfModel>();

  records(): RecordInModel[] {
    return this.events.flatMap(({ records }) => records);
  }

  eventOf(record: RecordInModel): EventInModel {
    const found = this.events.find(({ records }) => records.includes(record));
    if (found === undefined) throw new Error(`${record.name} is in no event`);
    return found;
  }

  add(record: RecordInModel): void {
    this.events.push({ records: [record], merges: [] });
  }

  merge(stays: RecordInModel, other: RecordInModel, pairId: string, chosen: number | null): void {
    const into = this.eventOf(stays);
    this.events.splice(this.events.indexOf(this.eventOf(other)), 1);
    into.records.push(other);
    into.merges.push({ other, pairId, chosen, leadingWas: into.records[0]?.count ?? null });
  }

  part(pairId: string): void {
    const from = this.events.find(({ merges }) => merges.some((each) => each.pairId === pairId));
    const at = from?.merges.findIndex((each) => each.pairId === pairId) ?? -1;
    const [merge] = from?.merges.splice(at, 1) ?? [];
    if (from === undefined || merge === undefined) throw new Error(`${pairId} is no merge`);
    from.records.splice(from.records.indexOf(merge.other), 1);
    this.events.push({ records: [merge.other], merges: [] });
  }

  hasContent(unit: UnitOfModel): boolean {
    return this.records().some(
      (record) => isAlive(record) && (record.unit === unit || record.coHosts.includes(unit)),
    );
  }

  standingOf(unit: UnitOfModel): 'has-content' | 'nil' | 'not-reported' {
    if (this.hasContent(unit)) return 'has-content';
    return this.nil.has(unit) ? 'nil' : 'not-reported';
  }

  cityHasContent(city: string): boolean {
    return unitsOfModel.some((unit) => unit.city === city && this.hasContent(unit));
  }
}

/** What was chosen by the last merge that is in force among some records, unless the leading unit has said another number since. */
function chosenAmong({ records, merges }: EventInModel, among: readonly RecordInModel[]): number | null {
  const [leading] = records;
  if (leading === undefined || !among.includes(leading)) return null;
  const last = merges.filter(({ other, chosen }) => chosen !== null && among.includes(other)).at(-1);
  return last?.leadingWas === leading.count ? last.chosen : null;
}

function firstCount(records: readonly RecordInModel[]): number | null {
  return records.find((each) => isAlive(each) && each.count !== null)?.count ?? null;
}

/** All hosts of some records: the first one's own, and everybody else once. */
function hostsOf(records: readonly RecordInModel[]): Pick<ToldEvent, 'hosts' | 'coHosts'> {
  const [first, ...others] = records;
  if (first === undefined) return { hosts: [], coHosts: [] };
  const named = [...first.coHosts, ...others.flatMap((each) => [each.unit, ...each.coHosts])];
  const coHosts = [...new Set(named.map(({ name }) => name))].filter((name) => name !== first.unit.name);
  return { hosts: [first.unit.name], coHosts };
}

/** The line of an event in the bulletin of its day; null when no record of it was reported, or all are gone. */
export function lineOf(event: EventInModel): ToldEvent | null {
  const alive = event.records.filter(isAlive);
  if (!alive.some(({ isInBulletin }) => isInBulletin)) return null;
  return { ...hostsOf(alive), count: chosenAmong(event, event.records) ?? firstCount(alive) };
}

/** The record of an event that counts within some units, and the headcount that counts there; null when none is accepted. */
export function countedWithin(
  event: EventInModel,
  isWithin: (unit: UnitOfModel) => boolean,
): { id: string; count: number | null } | null {
  const within = event.records.filter(({ unit }) => isWithin(unit));
  const counting = within.find(({ state }) => state === 'accepted');
  if (counting === undefined) return null;
  return {
    id: counting.id,
    count: chosenAmong(event, within) ?? counting.count ?? firstCount(within),
  };
}

/** What the public reads of an event, and under which address: the first record that it may see, a cancelled one only where all are. */
export function shownOf(event: EventInModel): (ToldEvent & { id: string }) | null {
  const held = event.records.filter(({ state }) => heldStates.includes(state));
  const seen = held.length > 0 ? held : event.records.filter(({ state }) => state === 'cancelled');
  const [stands] = seen;
  if (stands === undefined) return null;
  const counted = countedWithin(event, () => true);
  return { id: stands.id, ...hostsOf(seen), count: counted?.count ?? null };
}
