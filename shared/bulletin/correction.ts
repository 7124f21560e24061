import { modeWords } from '../record/mode-words';
import { jurisdiction } from '../ground/region';
import { collectingWindow, type BulletinEdition } from '../week/bulletin-window';
import { day, describeDay } from '../ground/guangdong-time';
import { z } from '../zod';
import { printedContent, type BulletinEntry, type PrintedContent } from './bulletin-entry';

/** A correction (更正) of what a closed bulletin has of an activity. The bulletin stays; the next one tells. */
export const correction = z.object({
  id: z.string(),
  editionId: z.string(),
  entryId: z.string(),
  /** The day of the bulletin that is corrected. */
  day,
  /** The day of the bulletin that tells it: the one that was collecting then; null after the last cut-off. */
  listedOn: day.nullable(),
  activityId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  at: z.int(),
  reason: z.string(),
  /** The day of the bulletin that said what is corrected: the entry's own, or one that told an earlier correction. */
  saidOn: day,
  said: printedContent,
  /** Null when the activity, or all of a joint event, was withdrawn or cancelled. */
  now: printedContent.nullable(),
  /** Whether it was cancelled (已取消), and not withdrawn. */
  isCancelled: z.boolean(),
});
export type Correction = z.infer<typeof correction>;

/** One thing that a bulletin said otherwise than it is. */
export const difference = z.object({ field: z.string(), said: z.string(), now: z.string() });
export type Difference = z.infer<typeof difference>;

function daysInWords({ firstDay, lastDay }: PrintedContent): string {
  return firstDay === lastDay ? describeDay(firstDay) : `${describeDay(firstDay)}至${describeDay(lastDay)}`;
}

/** What a bulletin prints, by the name it has on paper, as words to compare. */
const printedFields: readonly { field: string; inWords(this: void, content: PrintedContent): string }[] = [
  { field: '活动名称', inWords: ({ name }) => name },
  { field: '主办单位', inWords: ({ hosts }) => hosts.join('、') },
  { field: '联合主办单位', inWords: ({ coHosts }) => (coHosts.length === 0 ? '无' : coHosts.join('、')) },
  { field: '时间', inWords: daysInWords },
  { field: '地点', inWords: ({ city, venue }) => (venue === '' ? `${city}市` : `${city}市${venue}`) },
  { field: '举办方式', inWords: ({ mode }) => (mode === null ? '未填' : modeWords[mode]) },
  { field: '参加人数', inWords: ({ headcount }) => (headcount === null ? '未填' : `${headcount}人`) },
  { field: '主要内容', inWords: ({ about }) => about },
];

/** An event that had no line of its own, in the words of one. */
function lineInWords({ name, hosts, headcount }: PrintedContent): string {
  const people = headcount === null ? '参加人数待统计' : `${headcount}人参加`;
  return `另为一场：${name}，${hosts.join('、')}主办，${people}`;
}

/** What is one event now and was printed as two, or the other way round; null where both had, or have, a line of their own. */
function differenceOfLines(said: PrintedContent, now: PrintedContent): Difference[] | null {
  if (said.under === null && now.under === null) return null;
  if (said.under !== null && now.under !== null) return [];
  return now.under === null
    ? [{ field: '活动', said: `与《${said.under ?? ''}》作为同一场刊登`, now: lineInWords(now) }]
    : [{ field: '活动', said: '单独刊登', now: `与《${now.under}》为同一场活动，按一场计` }];
}

/**
 * What a bulletin said otherwise than it is now. A headcount that it did not have is no difference: filling it in completes
 * what was said and corrects nothing.
 *
 * @example from 86 persons to 90 // [{ field: '参加人数', said: '86人', now: '90人' }]
 * @example to null, which is withdrawn // [{ field: '活动', said: '已刊登', now: '已撤回' }]
 */
export function differencesBetween(
  said: PrintedContent,
  now: PrintedContent | null,
  isCancelled = false,
): Difference[] {
  if (now === null) return [{ field: '活动', said: '已刊登', now: isCancelled ? '已取消' : '已撤回' }];
  const ofLines = differenceOfLines(said, now);
  if (ofLines !== null) return ofLines;
  return printedFields
    .filter(({ field }) => field !== '参加人数' || said.headcount !== null)
    .map(({ field, inWords }) => ({ field, said: inWords(said), now: inWords(now) }))
    .filter((each) => each.said !== each.now);
}

/** What was last said of an entry: by itself, or by the latest correction of it. */
function lastSaidOf(entry: BulletinEntry, corrections: readonly Correction[]): PrintedContent | null {
  const latest = corrections.filter(({ entryId }) => entryId === entry.id).at(-1);
  return latest === undefined ? printedContent.parse(entry) : latest.now;
}

/** What a change makes of closed bulletins. */
export interface ClosedChange {
  edition: BulletinEdition;
  /** Entries that can no longer change, each with what it would say now; null when there is nothing left to say. */
  closed: readonly { entry: BulletinEntry; now: PrintedContent | null }[];
  /** What was corrected of them before, the earliest first. */
  corrections: readonly Correction[];
  /** Whether it is by being cancelled that nothing is left to say. */
  isCancelled: boolean;
  now: number;
}

/**
 * The corrections that closed bulletins need, but for their ids and reason. None where nothing that they print has changed since it was
 * last said.
 */
export function correctionsOwed({
  edition,
  closed,
  corrections,
  isCancelled,
  now,
}: ClosedChange): Omit<Correction, 'id' | 'reason'>[] {
  const listedOn = collectingWindow(edition, now)?.day ?? null;
  return closed.flatMap(({ entry, now: content }) => {
    const lastSaid = lastSaidOf(entry, corrections);
    if (lastSaid === null || differencesBetween(lastSaid, content).length === 0) return [];
    const told = corrections
      .filter((each) => each.entryId === entry.id && each.listedOn !== null && each.listedOn !== listedOn)
      .at(-1);
    return [
      {
        editionId: entry.editionId,
        entryId: entry.id,
        day: entry.day,
        listedOn,
        activityId: entry.activityId,
        unitId: entry.unitId,
        unitName: entry.unitName,
        unitCity: entry.unitCity,
        at: now,
        saidOn: told?.listedOn ?? entry.day,
        said: told?.now ?? printedContent.parse(entry),
        now: content,
        isCancelled: isCancelled && content === null,
      },
    ];
  });
}

/** What a bulletin tells of the corrections of one entry. */
export const toldCorrection = z.object({
  entryId: z.string(),
  /** The day of the bulletin that said it. */
  saidOn: day,
  unitName: z.string(),
  unitCity: jurisdiction,
  /** The activity's name as it was said. */
  name: z.string(),
  differences: z.array(difference),
  reasons: z.array(z.string()),
});
export type ToldCorrection = z.infer<typeof toldCorrection>;

/**
 * What a day's bulletin tells of the corrections that were made while it was collecting, one an entry, by day and unit:
 * from what was said to what it is at the end. What was changed back, and what its own bulletin took in after all under an
 * exception, needs no telling.
 *
 * @param entries the corrected entries as they are kept now
 */
export function tellCorrections(
  corrections: readonly Correction[],
  entries: readonly BulletinEntry[],
): ToldCorrection[] {
  const byEntry = new Map<string, Correction[]>();
  for (const each of [...corrections].sort((one, other) => one.at - other.at)) {
    byEntry.set(each.entryId, [...(byEntry.get(each.entryId) ?? []), each]);
  }
  const told = [...byEntry.values()].flatMap((ofEntry): ToldCorrection[] => {
    const [first] = ofEntry;
    const last = ofEntry.at(-1);
    if (first === undefined || last === undefined) return [];
    const { entryId, saidOn, unitName, unitCity } = first;
    const entry = entries.find(({ id }) => id === entryId);
    const saidByEntry = saidOn === first.day && entry !== undefined;
    const said = saidByEntry ? printedContent.parse(entry) : first.said;
    const differences = differencesBetween(said, last.now, last.isCancelled);
    if (differences.length === 0) return [];
    const reasons = [...new Set(ofEntry.map(({ reason }) => reason))];
    return [{ entryId, saidOn, unitName, unitCity, name: said.name, differences, reasons }];
  });
  const keyOf = ({ saidOn, entryId }: ToldCorrection): string => `${saidOn} ${entryId}`;
  return told.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** The id of a correction: one change of a record, its own or one that it is merged with, corrects an entry once. */
export function correctionId(entryId: string, changed: { id: string; revision: number }): string {
  return `${entryId}-${changed.id}-${changed.revision}`;
}
