import type { JointUnit } from './co-host';
import type { RecordEnvelope, RecordState } from './record';

/**
 * Whether a record in a state is content (有内容): everything but what was taken back. The one place that says so: bulletin,
 * lists, nil reports, sheets, totals, report and check all ask it.
 */
const isContentIn: Readonly<Record<RecordState, boolean>> = {
  announced: true,
  reported: true,
  returned: true,
  accepted: true,
  withdrawn: false,
  cancelled: false,
};

/** The states in which a record is content, as queries ask for them. */
export const contentStates: readonly RecordState[] = (Object.keys(isContentIn) as RecordState[]).filter(
  (state) => isContentIn[state],
);

/** What of a record says whose content it is, and since when. Only activities are hosted jointly. */
export type ContentRecord = Pick<
  RecordEnvelope,
  'unitId' | 'unitCity' | 'state' | 'createdAt' | 'updatedAt'
> & { jointUnits?: readonly JointUnit[] };

/** Whether a record is content now. */
export function isContent({ state }: Pick<ContentRecord, 'state'>): boolean {
  return isContentIn[state];
}

/** Whether a record was content just before an instant: logged by then, and taken back, if at all, since. */
export function wasContentBefore(
  { state, createdAt, updatedAt }: Pick<ContentRecord, 'state' | 'createdAt' | 'updatedAt'>,
  instant: number,
): boolean {
  return createdAt < instant && (isContentIn[state] || updatedAt >= instant);
}

/** The units whose content a record is: the one that logged it, and those that host jointly (联合主办、协办). */
export function ownersOf({ unitId, unitCity, jointUnits = [] }: ContentRecord): JointUnit[] {
  return [{ unitId, unitCity }, ...jointUnits];
}

/** When the first content of each unit, and of each city, was received; UTC milliseconds. */
export interface FirstContent {
  units: ReadonlyMap<string, number>;
  cities: ReadonlyMap<string, number>;
}

/** The first receipts among records that are content: a city has what any of its units has. */
export function firstContentOf(records: readonly ContentRecord[]): FirstContent {
  const units = new Map<string, number>();
  const cities = new Map<string, number>();
  const note = (to: Map<string, number>, key: string, at: number) =>
    to.set(key, Math.min(at, to.get(key) ?? Infinity));
  for (const record of records) {
    for (const { unitId, unitCity } of ownersOf(record)) {
      note(units, unitId, record.createdAt);
      note(cities, unitCity, record.createdAt);
    }
  }
  return { units, cities };
}
