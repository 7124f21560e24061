import fc from 'fast-check';
import { acceptRecord } from '#shared/contract/record/accept-record';
import { answerCoHost } from '#shared/contract/record/answer-co-host';
import { askToCoHost } from '#shared/contract/record/ask-to-co-host';
import { cancelRecord } from '#shared/contract/record/cancel-record';
import { leaveAsCoHost } from '#shared/contract/record/leave-as-co-host';
import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { stateNil } from '#shared/contract/record/state-nil';
import { undoMerge } from '#shared/contract/record/undo-merge';
import { withdrawNil } from '#shared/contract/record/withdraw-nil';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { Activity, Headcount } from '#shared/record/activity';
import { merging } from '../support/joint-event';
import { changeOf, log } from '../support/log-form';
import { get, keptAs, refused } from '../support/running-cloud';
import { isAlive, unitsOfModel, WeekModel, type RecordInModel, type UnitOfModel } from './week-model';

/** What may be played, the more often named the more often drawn. */
const moves = [
  'log',
  'log',
  'edit',
  'edit',
  'accept',
  'accept',
  'accept',
  'return',
  'withdraw',
  'cancel',
  'merge',
  'merge',
  'merge',
  'undo',
  'ask',
  'answer',
  'leave',
  'nil',
] as const;
type Move = (typeof moves)[number];

/** A move, and chance enough to choose whom it is about. */
export const aMove = fc.record({
  move: fc.constantFrom(...moves),
  one: fc.nat(30),
  other: fc.nat(30),
  count: fc.option(fc.integer({ min: 0, max: 900 })),
  isYes: fc.boolean(),
});
export type Drawn = typeof aMove extends fc.Arbitrary<infer Made> ? Made : never;

/** As many records as a person can follow. */
const mostRecords = 6;

function counted(count: number | null): Headcount | null {
  return count === null ? null : { count, method: '签到表' };
}

function choose<Each>(from: readonly Each[], chance: number): Each | null {
  return from[chance % Math.max(from.length, 1)] ?? null;
}

async function asKept({ id }: RecordInModel): Promise<Activity> {
  const { _id, ...activity } = await keptAs('activities', id);
  return { id: _id, ...activity } as unknown as Activity;
}

async function revisionOf(record: RecordInModel): Promise<{ id: string; revision: number }> {
  const { id, revision } = await asKept(record);
  return { id, revision };
}

/** Plays moves against the product and the model alike. A move for which there is nothing to do says so with null. */
export class WeekPlayer {
  readonly model = new WeekModel();
  private logged = 0;

  constructor(private readonly round: string) {}

  async play(drawn: Drawn): Promise<string | null> {
    return this.moves[drawn.move](drawn);
  }

  /** Takes everything back, so that the week is as empty as before. */
  async leaveNothing(): Promise<void> {
    for (const { merges } of [...this.model.events])
      for (const { pairId } of [...merges].reverse()) await this.undo(pairId);
    for (const record of this.model.records()) {
      if (record.state === 'accepted') await this.return(record);
      if (isAlive(record)) await this.withdraw(record);
    }
    for (const unit of this.model.nil) await this.sayNil(unit, false);
  }

  private inStates(...states: RecordInModel['state'][]): RecordInModel[] {
    return this.model.records().filter(({ state }) => states.includes(state));
  }

  private readonly moves: Record<Move, (drawn: Drawn) => Promise<string | null>> = {
    log: async ({ one, count, isYes }) => {
      const unit = choose(unitsOfModel, one);
      if (unit === null || this.model.records().length >= mostRecords) return null;
      this.logged += 1;
      // Names that nobody takes for one another: what is merged here is what a person merges.
      const name = `${this.round}${'甲乙丙丁戊己'[this.logged - 1] ?? ''}第${this.logged}场活动`;
      const place = { city: unit.city, hosts: [unit.name], venue: `${this.logged}号会议室` };
      const typed = { name, ...place, headcount: counted(count) };
      const { id } = await log(unit.person, typed, { bulletin: isYes ? 'report' : 'none' });
      const state = count === null ? 'announced' : 'reported';
      const empty = { coHosts: [], asking: [], turnedDown: [] };
      this.model.add({ id, name, unit, count, state, isInBulletin: isYes, ...empty });
      return `${unit.person} logs ${name}, ${count}, ${isYes ? 'for the bulletin' : ''}`;
    },
    edit: async ({ one, count, isYes }) => {
      const record = choose(this.inStates('announced', 'reported', 'returned', 'accepted'), one);
      if (record === null || (record.state === 'accepted' && count === null)) return null;
      const isTold = this.isToldUnderAnother(record);
      const isReport = isTold ? record.isInBulletin : isYes;
      const change = changeOf(
        await asKept(record),
        { headcount: counted(count) },
        { bulletin: isReport ? 'report' : 'none', reason: '核实人数' },
      );
      await get(record.unit.person, saveActivity, change);
      record.count = count;
      record.isInBulletin = isReport;
      if (record.state !== 'accepted') record.state = count === null ? 'announced' : 'reported';
      return `${record.unit.person} edits ${record.name}: ${count}, ${isReport ? 'for the bulletin' : ''}`;
    },
    accept: async ({ one }) => {
      const record = choose(this.inStates('reported'), one);
      if (record === null) return null;
      await get(record.unit.staff, acceptRecord, { kind: 'activity', ...(await revisionOf(record)) });
      record.state = 'accepted';
      return `${record.name} is accepted`;
    },
    return: async ({ one }) => {
      const record = choose(this.inStates('announced', 'reported', 'accepted'), one);
      if (record === null) return null;
      await this.return(record);
      return `${record.name} is returned`;
    },
    withdraw: async ({ one }) => {
      const record = choose(this.inStates('announced', 'reported', 'returned'), one);
      if (record === null) return null;
      await this.withdraw(record);
      return `${record.name} is withdrawn`;
    },
    cancel: async ({ one, isYes }) => {
      const record = choose(this.inStates('announced', 'reported', 'accepted'), one);
      if (record === null) return null;
      const person = isYes ? record.unit.person : record.unit.staff;
      await get(person, cancelRecord, { ...(await revisionOf(record)), reason: '场地停电' });
      record.state = 'cancelled';
      record.isInBulletin = false;
      return `${record.name} is cancelled by ${person}`;
    },
    merge: async ({ one, other, count, isYes }) => {
      const able = this.inStates('announced', 'reported', 'accepted');
      const stays = choose(
        able.filter((each) => !this.isToldUnderAnother(each)),
        one,
      );
      const merged = choose(
        able.filter((each) => each !== stays && this.model.eventOf(each).records.length === 1),
        other,
      );
      if (stays === null || merged === null) return null;
      const chosen = isYes ? count : null;
      const input = merging(await asKept(stays), await asKept(merged), { headcount: counted(chosen) });
      const { id } = await get('bureau', mergeDoubles, input);
      this.model.merge(stays, merged, id, chosen);
      return `${merged.name} is merged into ${stays.name}, ${chosen}`;
    },
    undo: async ({ one }) => {
      const merge = choose(
        this.model.events.flatMap(({ merges }) => merges),
        one,
      );
      if (merge === null) return null;
      await this.undo(merge.pairId);
      return `the merge of ${merge.other.name} is undone`;
    },
    ask: async ({ one, other }) => {
      const record = choose(this.inStates('announced', 'reported', 'accepted'), one);
      const unit = choose(unitsOfModel, other);
      if (record === null || unit === null || unit === record.unit) return null;
      if (record.coHosts.includes(unit)) return null;
      if (this.isMergedAway(record) || record.turnedDown.includes(unit)) {
        const { code } = await refused(unit.person, askToCoHost, { id: record.id });
        if (code !== 'FROZEN') throw new Error(`${unit.person} asks in vain: ${code}`);
        return `${unit.person} asks in vain to co-host ${record.name}`;
      }
      await get(unit.person, askToCoHost, { id: record.id });
      if (!record.asking.includes(unit)) record.asking.push(unit);
      return `${unit.person} asks to co-host ${record.name}`;
    },
    answer: async ({ one, isYes }) => {
      const able = this.inStates('announced', 'reported', 'accepted').filter(
        (record) => record.asking.length > 0 && !this.isMergedAway(record),
      );
      const record = choose(able, one);
      const unit = record?.asking.shift();
      if (record === null || unit === undefined) return null;
      const answer = isYes ? 'accept' : 'refuse';
      await get(record.unit.person, answerCoHost, { id: record.id, unitId: unit.id, answer });
      (isYes ? record.coHosts : record.turnedDown).push(unit);
      return `${record.unit.person} says ${answer} to ${unit.person} for ${record.name}`;
    },
    leave: async ({ one, other, isYes }) => {
      const record = choose(
        this.model.records().filter((each) => each.coHosts.length > 0 && isAlive(each)),
        one,
      );
      const unit = record === null ? null : choose(record.coHosts, other);
      if (record === null || unit === null) return null;
      const { id } = record;
      if (isYes) await get(unit.person, leaveAsCoHost, { id });
      else {
        await get(record.unit.person, answerCoHost, { id, unitId: unit.id, answer: 'remove' });
        record.turnedDown.push(unit);
      }
      record.coHosts.splice(record.coHosts.indexOf(unit), 1);
      return `${unit.person} co-hosts ${record.name} no more`;
    },
    nil: async ({ one }) => {
      const unit = choose(unitsOfModel, one);
      if (unit === null) return null;
      const isStated = !this.model.nil.has(unit);
      if (isStated && this.model.hasContent(unit)) {
        const refusal = await refused(unit.person, stateNil, { scope: 'unit', span: 'week' });
        if (refusal.code !== 'FROZEN') throw new Error(`${unit.person} has content and says nil`);
        return `${unit.person} says in vain that it has nothing`;
      }
      await this.sayNil(unit, isStated);
      return `${unit.person} ${isStated ? 'has' : 'takes back that it has'} nothing`;
    },
  };

  /** Whether a record is merged into another, whatever became of that. */
  private isMergedAway(record: RecordInModel): boolean {
    return this.model.eventOf(record).records[0] !== record;
  }

  /** Whether another record speaks for it: not where that one was withdrawn or cancelled. */
  private isToldUnderAnother(record: RecordInModel): boolean {
    const [leading] = this.model.eventOf(record).records;
    return this.isMergedAway(record) && leading !== undefined && isAlive(leading);
  }

  private async return(record: RecordInModel): Promise<void> {
    const of = { kind: 'activity', ...(await revisionOf(record)) } as const;
    await get(record.unit.staff, returnRecord, { ...of, reason: '请核对人数', fields: ['headcount'] });
    record.state = 'returned';
  }

  private async withdraw(record: RecordInModel): Promise<void> {
    const of = { kind: 'activity', ...(await revisionOf(record)) } as const;
    await get(record.unit.person, withdrawRecord, { ...of, reason: '重复填报' });
    record.state = 'withdrawn';
    record.isInBulletin = false;
  }

  private async undo(pairId: string): Promise<void> {
    await get('bureau', undoMerge, { id: pairId });
    this.model.part(pairId);
  }

  private async sayNil(unit: UnitOfModel, isStated: boolean): Promise<void> {
    await get(unit.person, isStated ? stateNil : withdrawNil, { scope: 'unit', span: 'week' });
    if (isStated) this.model.nil.add(unit);
    else this.model.nil.delete(unit);
  }
}
