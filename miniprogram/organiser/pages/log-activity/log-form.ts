import { fieldProblemsOf } from '#shared/refusal/field-problem';
import type { FieldProblem } from '#shared/refusal/errors';
import { activityDraft, type Activity, type ActivityDraft } from '#shared/record/activity';
import { activityTypes, otherType, type ActivityTable } from '#shared/record/activity-types';
import { paragraphs } from '#shared/ground/typed-text';
import type { Day } from '#shared/ground/guangdong-time';
import { z } from '#shared/zod';
import { describeFieldProblem } from '../../../copy/field-problems';

/** The log form as it stands on the screen: every control's text or choice. */
const logFormSchema = z.object({
  table: z.enum(['service', 'exhibition']),
  type: z.string(),
  typeOther: z.string(),
  name: z.string(),
  hosts: z.string(),
  coHosts: z.string(),
  city: z.string(),
  district: z.string(),
  venue: z.string(),
  mode: z.string(),
  link: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  count: z.string(),
  method: z.string(),
  about: z.string(),
  isOpen: z.boolean(),
  important: z.boolean(),
  bulletinDay: z.string(),
  /** Why a record that others rely on is changed; drafts kept by an earlier release have none. */
  reason: z.string().default(''),
});
export type LogForm = z.infer<typeof logFormSchema>;
export type LogFormField = keyof LogForm;

/** A form that was kept on the phone, with the revision it changes; null for a new record. */
const keptDraft = z.object({ form: logFormSchema, revision: z.int().nullable() });
export type KeptDraft = z.infer<typeof keptDraft>;

/** A draft that was kept on the phone; null when it is none. */
export function parseKeptDraft(kept: unknown): KeptDraft | null {
  const parsed = keptDraft.safeParse(kept);
  return parsed.success ? parsed.data : null;
}

/** An empty form, with what is known already: the unit as host, its city, and the day. */
export function emptyForm({ unit, city, day }: { unit: string; city: string; day: Day }): LogForm {
  return {
    table: 'service',
    type: '',
    typeOther: '',
    name: '',
    hosts: unit,
    coHosts: '',
    city,
    district: '',
    venue: '',
    mode: 'offline',
    link: '',
    firstDay: day,
    lastDay: day,
    startTime: '09:00',
    endTime: '12:00',
    count: '',
    method: '',
    about: '',
    isOpen: true,
    important: false,
    bulletinDay: '',
    reason: '',
  };
}

/** The form of a record that is changed. */
export function formOf(activity: Activity): LogForm {
  const { headcount, bulletin } = activity;
  return logFormSchema.parse({
    ...activity,
    hosts: activity.hosts.join('、'),
    coHosts: activity.coHosts.join('、'),
    startTime: activity.startTime ?? '',
    endTime: activity.endTime ?? '',
    count: headcount === null ? '' : String(headcount.count),
    method: headcount?.method ?? '',
    bulletinDay: bulletin.result === 'none' ? '' : bulletin.day,
  });
}

const { fields, series, place, contact, capacity, expected } = activityDraft.shape;
const unshownFields = z.object({ fields, series, place, contact, capacity, expected });

/** What a record has that this form does not show: handed in again as it is, so that a change loses none of it. */
export type UnshownFields = z.infer<typeof unshownFields>;

/** What is handed in beside the form: a record's own, or nothing of it for a new one. */
export function unshownOf(activity: Activity | null): UnshownFields {
  return unshownFields.parse(activity ?? {});
}

/** Whether a change needs a reason: the record is accepted, or a bulletin has taken it. */
export function needsReason(activity: Pick<Activity, 'state' | 'bulletin'> | null): boolean {
  return activity !== null && (activity.state === 'accepted' || activity.bulletin.result === 'taken');
}

/** The form after a field was changed, with what depends on it: a type belongs to its table, an end is not before its start. */
export function changeForm(form: LogForm, field: LogFormField, value: string | boolean): LogForm {
  const changed = { ...form, [field]: value };
  if (field === 'table' && !(activityTypes[changed.table] as readonly string[]).includes(changed.type)) {
    changed.type = '';
  }
  if (field === 'firstDay' && changed.lastDay < changed.firstDay) changed.lastDay = changed.firstDay;
  return changed;
}

function namesIn(text: string): string[] {
  return text
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const fullWidthDigits = /[０-９]/g;

/** The whole number that was typed, in whichever width a Chinese keyboard gives; NaN when it is none. */
function numberIn(text: string): number {
  const digits = text
    .trim()
    .replace(fullWidthDigits, (digit) => String(digit.charCodeAt(0) - '０'.charCodeAt(0)));
  return /^-?\d+$/.test(digits) ? Number(digits) : Number.NaN;
}

function headcountOf({ count, method }: LogForm): unknown {
  if (count.trim() === '') return null;
  return { count: numberIn(count), method };
}

/** What is wrong, by the form's own fields. */
export type FormErrors = Partial<Record<LogFormField, string>>;

function isFormField(name: string): name is LogFormField {
  return (fieldOrder as readonly string[]).includes(name);
}

/** The form field a problem of the record is shown at, and the sentence there; null when the form has no such field. */
function errorAt({ field: path, problem, limit }: FieldProblem): [LogFormField, string] | null {
  const [first = '', second = ''] = path.replace(/^activity\./, '').split('.');
  if (first === 'headcount') {
    if (second === 'method') return ['method', describeFieldProblem({ problem, limit })];
    // What is no number at all is told the same as what is not whole.
    return ['count', describeFieldProblem({ problem: problem === 'wrong' ? 'not-whole' : problem, limit })];
  }
  if (!isFormField(first)) return null;
  const which = /^\d+$/.test(second) ? `第 ${Number(second) + 1} 家：` : '';
  return [first, which + describeFieldProblem({ problem, limit })];
}

/** The sentence at each field, from what the rules or the cloud found. */
export function errorsOf(problems: readonly FieldProblem[]): FormErrors {
  const errors: FormErrors = {};
  for (const problem of problems) {
    const found = errorAt(problem);
    if (found === null) continue;
    const [field, sentence] = found;
    errors[field] ??= sentence;
  }
  return errors;
}

/** The record that a form describes, or what is wrong at which field: the same rules as in the cloud. */
export function readForm(
  form: LogForm,
  unshown: UnshownFields,
): { ok: true; draft: ActivityDraft } | { ok: false; errors: FormErrors } {
  const parsed = activityDraft.safeParse(
    {
      ...unshown,
      table: form.table,
      type: form.type,
      typeOther: form.type === otherType ? form.typeOther : '',
      name: form.name,
      hosts: namesIn(form.hosts),
      coHosts: namesIn(form.coHosts),
      city: form.city,
      district: form.district,
      venue: form.mode === 'online' ? '' : form.venue,
      mode: form.mode,
      link: form.mode === 'offline' ? '' : form.link,
      firstDay: form.firstDay,
      lastDay: form.lastDay,
      startTime: form.startTime,
      endTime: form.endTime,
      headcount: headcountOf(form),
      about: form.about,
      isOpen: form.isOpen,
    },
    { reportInput: true },
  );
  return parsed.success
    ? { ok: true, draft: parsed.data }
    : { ok: false, errors: errorsOf(fieldProblemsOf(parsed.error)) };
}

/** The order of the fields on the screen, for finding the first that is wrong. */
export const fieldOrder: readonly LogFormField[] = [
  'table',
  'type',
  'typeOther',
  'name',
  'hosts',
  'coHosts',
  'firstDay',
  'startTime',
  'lastDay',
  'endTime',
  'mode',
  'city',
  'district',
  'venue',
  'link',
  'count',
  'method',
  'about',
  'isOpen',
  'important',
  'bulletinDay',
  'reason',
];

/** How much of its room a text takes, counted as the rule counts it. */
export interface TextLength {
  text: string;
  isOver: boolean;
}

const { about: aboutRule } = activityDraft.shape;

/**
 * The length of the main content: characters rather than UTF-16 units, without what is not kept.
 *
 * @example describeLength('交流😀 ') // { text: '3 / 500', isOver: false }
 */
export function describeLength(about: string): TextLength {
  const length = Array.from(paragraphs.parse(about)).length;
  const most = aboutRule.maxLength ?? Infinity;
  return { text: `${length} / ${most}`, isOver: length > most };
}

/** The types to choose from in a table. */
export function typesOf(table: ActivityTable): { value: string; label: string }[] {
  return activityTypes[table].map((type) => ({ value: type, label: type }));
}
