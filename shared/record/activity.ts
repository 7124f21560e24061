import { z } from '../zod';
import { addDays, day, instantOf, timeOfDay } from '../week/guangdong-time';
import type { Edition } from '../week/edition';
import { activityTable, activityType, isTypeOf, otherType } from './activity-types';
import { city } from './region';

/** How a headcount was obtained (人数来源). */
export const headcountMethods = ['签到表', '扫码签到', '主办方估计'] as const;
export const headcountMethod = z.enum(headcountMethods);

/** A headcount (参加人数): whole persons, with how they were counted. */
export const headcount = z.strictObject({
  count: z.int().min(0).max(1_000_000),
  method: headcountMethod,
});
export type Headcount = z.infer<typeof headcount>;

/** How people take part: in person, online, or both (线下、线上、线上线下结合). */
export const attendanceMode = z.enum(['offline', 'online', 'both']);
export type AttendanceMode = z.infer<typeof attendanceMode>;

/** An activity lasts at most this many days; more is a slip of the finger in the date. */
const longestInDays = 92;

const body = z.string().trim().min(2).max(50);

/** What an organiser types of an activity (活动填报内容). Lengths are in characters. */
const activityFields = z.strictObject({
  table: activityTable,
  type: activityType,
  /** What it is when the type is 其他; empty otherwise. */
  typeOther: z.string().trim().max(20),
  name: z.string().trim().min(4).max(100),
  hosts: z.array(body).min(1).max(10),
  coHosts: z.array(body).max(20),
  city,
  district: z.string().trim().max(20),
  venue: z.string().trim().max(60),
  mode: attendanceMode,
  /** Where it is held online; empty when it is not. */
  link: z.string().trim().max(300),
  firstDay: day,
  lastDay: day,
  startTime: timeOfDay,
  endTime: timeOfDay,
  /** Null until the activity has been held and counted. */
  headcount: headcount.nullable(),
  /** What it was about (主要内容), for the listing, the bulletin line and the form's last column. */
  about: z.string().trim().min(10).max(500),
  /** Open to the public; otherwise by invitation and not listed. */
  isOpen: z.boolean(),
});

type Fields = z.infer<typeof activityFields>;
type Problem = { field: keyof Fields; problem: string };

function problemsBetweenFields(fields: Fields): Problem[] {
  const problems: Problem[] = [];
  const add = (field: keyof Fields, problem: string) => problems.push({ field, problem });
  if (!isTypeOf(fields.table, fields.type)) add('type', 'not-of-this-table');
  if (fields.type === otherType && fields.typeOther === '') add('typeOther', 'required');
  if (fields.mode !== 'online' && fields.venue === '') add('venue', 'required');
  if (fields.mode !== 'offline' && fields.link === '') add('link', 'required');
  if (fields.link !== '' && !/^https:\/\/[^\s/$.?#][^\s]*$/i.test(fields.link)) add('link', 'not-a-link');
  if (fields.lastDay < fields.firstDay) add('lastDay', 'before-start');
  else if (fields.lastDay > addDays(fields.firstDay, longestInDays - 1)) add('lastDay', 'too-long-a-time');
  else if (instantOf(fields.lastDay, fields.endTime) <= instantOf(fields.firstDay, fields.startTime)) {
    add('endTime', 'before-start');
  }
  return problems;
}

/** An activity as an organiser hands it in: every field right by itself and with the others. */
export const activityDraft = activityFields.superRefine((fields, context) => {
  for (const { field, problem } of problemsBetweenFields(fields)) {
    context.addIssue({ code: 'custom', path: [field], params: { problem } });
  }
});
export type ActivityDraft = z.infer<typeof activityDraft>;

/** Whether any day of the activity lies in the edition: others do not belong in its summary. */
export function isInEdition(
  { firstDay, lastDay }: Pick<ActivityDraft, 'firstDay' | 'lastDay'>,
  edition: Pick<Edition, 'firstDay' | 'lastDay'>,
): boolean {
  return firstDay <= edition.lastDay && lastDay >= edition.firstDay;
}

/** The life of a record (记录状态): announced → reported → accepted. */
export const recordState = z.enum(['announced', 'reported', 'returned', 'accepted', 'withdrawn']);
export type RecordState = z.infer<typeof recordState>;

/** What became of the wish to be in the day's bulletin (简报). */
export const bulletinOutcome = z.discriminatedUnion('result', [
  /** Not asked for. */
  z.object({ result: z.literal('none') }),
  /** Received in time for a day. */
  z.object({ result: z.literal('taken'), day, receivedAt: z.int() }),
  /** Too late for its day: kept for the week's summary, 未入当日简报. */
  z.object({ result: z.literal('missed'), day }),
]);
export type BulletinOutcome = z.infer<typeof bulletinOutcome>;

/** An activity as it is kept. Times that nobody knows are null: records taken over from papers may lack them. */
export const activity = z.object({
  ...activityFields.shape,
  hosts: z.array(z.string()),
  startTime: timeOfDay.nullable(),
  endTime: timeOfDay.nullable(),
  id: z.string(),
  editionId: z.string(),
  /** The unit that logged it, and the city that unit belongs to: they decide who may see and change it. */
  unitId: z.string(),
  unitCity: city,
  state: recordState,
  /** Counts changes from 1; a change must name the revision it was made from. */
  revision: z.int().min(1),
  important: z.boolean(),
  bulletin: bulletinOutcome,
  /** The activity's days that lie in the edition. */
  days: z.array(day),
  /** Whether the public sees it. */
  listed: z.boolean(),
  /** Orders lists by day, time and then id. */
  sortKey: z.string(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Activity = z.infer<typeof activity>;
