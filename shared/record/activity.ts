import type { FieldProblem } from '../refusal/errors';
import { z } from '../zod';
import { addDays, day, instantOf, timeOfDay } from '../ground/guangdong-time';
import type { Edition } from '../week/edition';
import { showsNothing } from '../ground/plain-name';
import { bodyName, coHost, jointUnit, mostCoHosts } from './co-host';
import { activityTable, activityType, isTypeOf, otherType } from './activity-types';
import { joint, jointMember, recordEnvelope } from './record';
import { city } from '../ground/region';
import { isLink, line, paragraphs } from '../ground/typed-text';
import type { Problem } from '../refusal/problems';

/** How a headcount was obtained (人数来源). */
export const headcountMethods = ['签到表', '扫码签到', '主办方估计'] as const;
const headcountMethod = z.enum(headcountMethods);

/** A headcount (参加人数): whole persons, with how they were counted. */
export const headcount = z.strictObject({
  count: z.int().min(0).max(1_000_000),
  method: headcountMethod,
});
export type Headcount = z.infer<typeof headcount>;

/** How people take part: in person, online, or both (线下、线上、线上线下结合). */
export const attendanceModes = ['offline', 'online', 'both'] as const;
export const attendanceMode = z.enum(attendanceModes);
export type AttendanceMode = z.infer<typeof attendanceMode>;

/** What an activity serves (服务领域), as section 二 of 工企函〔2018〕467号 names them. */
export const serviceFields = ['创业', '创新', '融资', '市场', '法律'] as const;
const serviceField = z.enum(serviceFields);

/** Where a venue is on the map (坐标), in WeChat's GCJ-02. */
const place = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** An activity lasts at most this many days; more is a slip of the finger in the date. */
const longestInDays = 92;

/** What an organiser types of an activity (活动填报内容). Lengths are in characters: an emoji that is one code point is one. */
const activityFields = z.strictObject({
  table: activityTable,
  type: activityType,
  /** What it is when the type is 其他; empty otherwise. */
  typeOther: line.max(20),
  name: line
    .min(4)
    .max(100)
    .refine((name) => name === '' || !showsNothing(name), { params: { problem: 'required' } }),
  hosts: z.array(bodyName).min(1).max(10),
  coHosts: z.array(coHost).max(mostCoHosts),
  city,
  district: line.max(20),
  venue: line.max(60),
  mode: attendanceMode,
  /** Where it is held online; empty when it is not. */
  link: line.max(300),
  firstDay: day,
  lastDay: day,
  startTime: timeOfDay,
  endTime: timeOfDay,
  /** Null until the activity has been held and counted. */
  headcount: headcount.nullable(),
  /** What it was about (主要内容), for the listing, the bulletin line and the form's last column. */
  about: paragraphs.min(10).max(500),
  /** Open to the public; otherwise by invitation and not listed. */
  isOpen: z.boolean(),
  fields: z.array(serviceField).max(serviceFields.length).default([]),
  /** One of the edition's series (系列), or empty. */
  series: line.max(20).default(''),
  place: place.nullable().default(null),
  /** Whom the public may ask (公众咨询方式); empty when nobody is named. */
  contact: line.max(60).default(''),
  /** How many people the venue takes (容量); null when nobody said. */
  capacity: z.int().min(1).max(1_000_000).nullable().default(null),
  /** How many are expected (预计人数), before it is held; null when nobody said. */
  expected: z.int().min(0).max(1_000_000).nullable().default(null),
});

type Fields = z.infer<typeof activityFields>;

/** What must hold between fields: what is wrong at which field, and the fields that decide it. */
interface Rule<Field extends keyof Fields = keyof Fields> {
  field: keyof Fields;
  problem: string;
  of: readonly Field[];
  isBroken(this: void, fields: Pick<Fields, Field>): boolean;
}

function rule<Field extends keyof Fields>(of: Rule<Field>): Rule {
  return of;
}

const rules: readonly Rule[] = [
  rule({
    field: 'type',
    problem: 'not-of-this-table',
    of: ['table', 'type'],
    isBroken: ({ table, type }) => !isTypeOf(table, type),
  }),
  rule({
    field: 'typeOther',
    problem: 'required',
    of: ['type', 'typeOther'],
    isBroken: ({ type, typeOther }) => type === otherType && typeOther === '',
  }),
  rule({
    field: 'venue',
    problem: 'required',
    of: ['mode', 'venue'],
    isBroken: ({ mode, venue }) => mode !== 'online' && venue === '',
  }),
  rule({
    field: 'link',
    problem: 'required',
    of: ['mode', 'link'],
    isBroken: ({ mode, link }) => mode !== 'offline' && link === '',
  }),
  rule({
    field: 'link',
    problem: 'not-a-link',
    of: ['link'],
    isBroken: ({ link }) => link !== '' && !isLink(link),
  }),
  rule({
    field: 'lastDay',
    problem: 'before-start',
    of: ['firstDay', 'lastDay'],
    isBroken: ({ firstDay, lastDay }) => lastDay < firstDay,
  }),
  rule({
    field: 'lastDay',
    problem: 'too-long-a-time',
    of: ['firstDay', 'lastDay'],
    isBroken: ({ firstDay, lastDay }) => lastDay > addDays(firstDay, longestInDays - 1),
  }),
  rule({
    field: 'endTime',
    problem: 'before-start',
    of: ['firstDay', 'lastDay', 'startTime', 'endTime'],
    isBroken: ({ firstDay, lastDay, startTime, endTime }) =>
      lastDay === firstDay && instantOf(lastDay, endTime) <= instantOf(firstDay, startTime),
  }),
];

/** Each rule speaks as soon as its own fields are right by themselves, so that a person sees every mistake at once. */
function withRules(schema: typeof activityFields, all: readonly Rule[]): typeof activityFields {
  return all.reduce((checked, { field, problem, of, isBroken }) => {
    const mask = Object.fromEntries(of.map((each) => [each, true])) as Partial<Record<keyof Fields, true>>;
    const decisive = activityFields.pick(mask).strip();
    return checked.refine((fields) => !isBroken(fields), {
      path: [field],
      params: { problem },
      when: ({ value }) => decisive.safeParse(value).success,
    });
  }, schema);
}

/** An activity as an organiser hands it in: every field right by itself and with the others. */
export const activityDraft = withRules(activityFields, rules);
export type ActivityDraft = z.infer<typeof activityDraft>;

/** Whether any day of the activity lies in the edition: others do not belong in its summary. */
export function isInEdition(
  { firstDay, lastDay }: Pick<ActivityDraft, 'firstDay' | 'lastDay'>,
  edition: Pick<Edition, 'firstDay' | 'lastDay'>,
): boolean {
  return firstDay <= edition.lastDay && lastDay >= edition.firstDay;
}

/** What only the edition can tell to be wrong with an activity: where, in which series and when it says to be. */
export function problemsInEdition(
  draft: Pick<ActivityDraft, 'city' | 'series' | 'firstDay' | 'lastDay'>,
  edition: Pick<Edition, 'firstDay' | 'lastDay' | 'cities' | 'series'>,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: keyof typeof draft, problem: Problem) => {
    problems.push({ field, problem, limit: null });
  };
  if (!edition.cities.includes(draft.city)) add('city', 'not-a-choice');
  if (draft.series !== '' && !edition.series.includes(draft.series)) add('series', 'not-a-choice');
  if (!isInEdition(draft, edition)) add('firstDay', 'not-in-the-week');
  return problems;
}

/** What became of the wish to be in the day's bulletin (简报). */
const bulletinOutcome = z.discriminatedUnion('result', [
  /** Not asked for. */
  z.object({ result: z.literal('none') }),
  /** Received in time for a day. */
  z.object({ result: z.literal('taken'), day, receivedAt: z.int() }),
  /** Too late for its day: kept for the week's summary, 未入当日简报. */
  z.object({ result: z.literal('missed'), day }),
]);
export type BulletinOutcome = z.infer<typeof bulletinOutcome>;

/** The headcount that a reviewer chose in a merge (合并时核定的人数), and what the leading record itself said then. */
const headcountChoice = z.object({ chosen: headcount, leadingWas: headcount.nullable() });
export type HeadcountChoice = z.infer<typeof headcountChoice>;

const jointEventMember = jointMember.extend({
  /** What its own unit stated. */
  headcount: headcount.nullable(),
  /** What the reviewer chose as it was merged. */
  choice: headcountChoice.nullable(),
});
export type JointEventMember = z.infer<typeof jointEventMember>;

/** A joint event (联合举办的活动): what its records are together. */
export const jointEvent = joint.extend({
  members: z.array(jointEventMember),
  hosts: z.array(z.string()),
  coHosts: z.array(z.string()),
  /** Of the co-hosts, those whose record the public may see. */
  publicCoHosts: z.array(z.string()),
  /** The one headcount of the event as far as it is known. */
  headcount: headcount.nullable(),
});
export type JointEvent = z.infer<typeof jointEvent>;

/** A day whose bulletin has the activity, and when it was first reported for it. */
const inBulletin = z.object({ day, receivedAt: z.int() });

/** What an activity was called off for (取消), and whether the public is still shown it: until the edition ends. */
const cancellation = z.object({ at: z.int(), reason: z.string(), isShown: z.boolean() });

/** When an activity was to be held, before it was put off (改期), as the public first read it. */
const postponement = z.object({
  firstDay: day,
  lastDay: day,
  startTime: timeOfDay.nullable(),
  endTime: timeOfDay.nullable(),
});

/** An activity as it is kept. Times, and how it was held, are null where nobody knows: records taken over from papers may lack them. */
export const activity = z.object({
  ...activityFields.shape,
  hosts: z.array(z.string()),
  startTime: timeOfDay.nullable(),
  endTime: timeOfDay.nullable(),
  mode: attendanceMode.nullable(),
  ...recordEnvelope,
  joint: jointEvent.nullable(),
  /** Null unless it was called off. */
  cancelled: cancellation.nullable(),
  /** Null unless it was put off. */
  postponedFrom: postponement.nullable(),
  important: z.boolean(),
  bulletin: bulletinOutcome,
  /** The days whose bulletins have it (已报的日子), by day. */
  inBulletins: z.array(inBulletin),
  /** The activity's days that lie in the edition. */
  days: z.array(day),
  /** The units among its co-hosts (联合主办单位), whose content it is besides. */
  jointUnits: z.array(jointUnit),
  /** Whether the public sees it. */
  listed: z.boolean(),
  /** Whether it waits to be released. */
  toRelease: z.boolean(),
  /** Orders lists by day, time and then id. */
  sortKey: z.string(),
  /** Orders the public's lists. */
  shownKey: z.string(),
});
export type Activity = z.infer<typeof activity>;

/** What of an activity follows from nothing: as it is when it is new. */
export const newActivity = {
  cancelled: null,
  postponedFrom: null,
  bulletin: { result: 'none' },
  inBulletins: [] as Activity['inBulletins'],
} as const satisfies Partial<Activity>;
