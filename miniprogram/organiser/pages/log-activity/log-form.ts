import { activityDraft, type Activity, type ActivityDraft } from '#shared/record/activity';
import type { CoHost } from '#shared/record/co-host';
import { activityTable, activityTypes, otherType, type ActivityTable } from '#shared/record/activity-types';
import { paragraphs } from '#shared/ground/typed-text';
import type { Day } from '#shared/ground/guangdong-time';
import { defineForm } from '../../../services/form';
import type { Controls, ErrorsOf, FormOf } from '../../../services/form-table';
import { namesIn } from '../../../services/names-in';
import { wholeNumberIn } from '../../../services/whole-number-in';

function isNameOnly({ unitId }: CoHost): boolean {
  return unitId === null;
}

/** The co-hosts that are typed, names of bodies, and after them the units that the record has and the form does not show. */
function coHostsIn(text: string, record: Activity | null): CoHost[] {
  const units = record?.coHosts.filter((each) => !isNameOnly(each)) ?? [];
  return [...namesIn(text).map((name) => ({ unitId: null, name })), ...units];
}

const controls = {
  table: { empty: 'service', among: activityTable.options, from: ({ table }) => table, to: 'table' },
  type: { empty: '', from: ({ type }) => type, to: 'type' },
  typeOther: { empty: '', from: ({ typeOther }) => typeOther, to: 'typeOther' },
  name: { empty: '', from: ({ name }) => name, to: 'name' },
  hosts: { empty: '', from: ({ hosts }) => hosts.join('、'), to: 'hosts', as: namesIn, each: '家' },
  coHosts: {
    empty: '',
    from: ({ coHosts }) =>
      coHosts
        .filter(isNameOnly)
        .map(({ name }) => name)
        .join('、'),
    to: 'coHosts',
    as: coHostsIn,
    each: '家',
  },
  firstDay: { empty: '', from: ({ firstDay }) => firstDay, to: 'firstDay' },
  startTime: { empty: '09:00', from: ({ startTime }) => startTime ?? '', to: 'startTime' },
  lastDay: { empty: '', from: ({ lastDay }) => lastDay, to: 'lastDay' },
  endTime: { empty: '12:00', from: ({ endTime }) => endTime ?? '', to: 'endTime' },
  mode: { empty: 'offline', from: ({ mode }) => mode ?? '', to: 'mode' },
  city: { empty: '', from: ({ city }) => city, to: 'city' },
  district: { empty: '', from: ({ district }) => district, to: 'district' },
  venue: { empty: '', from: ({ venue }) => venue, to: 'venue' },
  link: { empty: '', from: ({ link }) => link, to: 'link' },
  count: {
    empty: '',
    from: ({ headcount }) => (headcount === null ? '' : String(headcount.count)),
    to: 'headcount.count',
    as: wholeNumberIn,
    wrong: 'not-whole',
  },
  method: { empty: '', from: ({ headcount }) => headcount?.method ?? '', to: 'headcount.method' },
  about: { empty: '', from: ({ about }) => about, to: 'about' },
  isOpen: { empty: true, from: ({ isOpen }) => isOpen, to: 'isOpen' },
  important: { empty: false, from: ({ important }) => important, to: null },
  bulletinDay: {
    empty: '',
    from: ({ bulletin }) => (bulletin.result === 'none' ? '' : bulletin.day),
    to: null,
  },
  /** Why a record that others rely on is changed. */
  reason: { empty: '', from: () => '', to: null },
} satisfies Controls<Activity, ActivityDraft>;

/** The log form as it stands on the screen: every control's text or choice. */
export type LogForm = FormOf<typeof controls>;
export type LogFormField = keyof LogForm;

/** What is wrong, by the form's own fields. */
export type FormErrors = ErrorsOf<typeof controls>;

/** The log form (活动填报): what an activity is typed into, and what becomes of it. */
export const logForm = defineForm<Activity, ActivityDraft, typeof controls>({
  draft: activityDraft,
  name: 'activity',
  controls,
  unshown: { fields: [], series: '', place: null, contact: '', capacity: null, expected: null },
  hides: ({ type, mode, count }) => ({
    typeOther: type !== otherType,
    venue: mode === 'online',
    link: mode === 'offline',
    method: count.trim() === '',
  }),
});

/** An empty form, with what is known already: the unit as host, its city, and the day. */
export function emptyForm({ unit, city, day }: { unit: string; city: string; day: Day }): LogForm {
  return { ...logForm.empty, hosts: unit, city, firstDay: day, lastDay: day };
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
