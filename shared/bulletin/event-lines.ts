import type { Activity } from '../record/activity';
import { speakerOf } from '../double/joint-event';
import { tells } from '../record/record';
import type { Day } from '../ground/guangdong-time';
import { printedContentOf, type BulletinEntry, type PrintedContent } from './bulletin-entry';

/** An event as bulletins tell it: its records as they are merged now, the leading one first; one alone is an event too. */
export type EventRecords = readonly Activity[];

/** What a bulletin prints of an event: as the record that speaks for it has it, with all hosts and one headcount; null when all are withdrawn. */
function eventContentOf(records: EventRecords): PrintedContent | null {
  const speaker = speakerOf(records);
  if (speaker === undefined || !tells(speaker)) return null;
  const content = printedContentOf(speaker);
  const { joint } = speaker;
  if (joint === null) return content;
  return {
    ...content,
    hosts: joint.hosts,
    coHosts: joint.coHosts,
    headcount: joint.headcount?.count ?? null,
  };
}

/** The record whose entry is the event's line in a day's bulletin: the leading one's, else the first that was received; null when none has one. */
function lineHolderOn(records: EventRecords, day: Day): Activity | null {
  const [leading] = records;
  const reported = records.flatMap((record) =>
    record.inBulletins.filter((each) => each.day === day).map(({ receivedAt }) => ({ record, receivedAt })),
  );
  const earliest = [...reported].sort((one, other) => one.receivedAt - other.receivedAt)[0]?.record ?? null;
  return reported.find(({ record }) => record.id === leading?.id)?.record ?? earliest;
}

/** The day and the record of every line that an event has. */
export function linesOf(records: EventRecords): { day: Day; activityId: string }[] {
  const days = [...new Set(records.flatMap(({ inBulletins }) => inBulletins.map(({ day }) => day)))].sort();
  return days.flatMap((day) => {
    const holder = lineHolderOn(records, day);
    return holder === null ? [] : [{ day, activityId: holder.id }];
  });
}

/** What an entry of one of an event's records says now: the event, where it is the line of its day; else under which line it is told. */
export function saysNow(records: EventRecords, entry: BulletinEntry): PrintedContent | null {
  const content = eventContentOf(records);
  const own = records.find(({ id }) => id === entry.activityId);
  if (content === null || own === undefined) return null;
  const isLine = lineHolderOn(records, entry.day)?.id === own.id;
  return isLine ? content : { ...printedContentOf(own), under: content.name };
}

/** An entry that is still open as it is to be kept now. */
export function followEvent(records: EventRecords, entry: BulletinEntry): BulletinEntry {
  const says = saysNow(records, entry);
  const [leading] = records;
  if (says === null || leading === undefined) return entry;
  const told = says.under === null ? speakerOf(records) : records.find(({ id }) => id === entry.activityId);
  return { ...entry, eventId: leading.id, startTime: told?.startTime ?? null, ...says };
}

/** The days whose bulletins have an activity, after some of its entries have changed. */
export function inBulletinsAfter(
  before: Activity['inBulletins'],
  changed: readonly Pick<BulletinEntry, 'day' | 'receivedAt' | 'withdrawn'>[],
): Activity['inBulletins'] {
  const unchanged = before.filter(({ day }) => !changed.some((each) => each.day === day));
  const live = changed.filter(({ withdrawn }) => !withdrawn);
  return [...unchanged, ...live.map(({ day, receivedAt }) => ({ day, receivedAt }))].sort((one, other) =>
    one.day < other.day ? -1 : 1,
  );
}
