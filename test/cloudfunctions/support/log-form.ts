import { saveActivity } from '#shared/contract/record/save-activity';
import type { Activity, ActivityDraft } from '#shared/record/activity';
import type { z } from '#shared/zod';
import { draft } from '../../shared/example-records';
import { get, type PersonId } from './running-cloud';

type LogForm = z.input<(typeof saveActivity)['request']>;

/** The log form as an organiser hands it in: a new activity, not important, right in every field. */
export function logForm(
  typed: Partial<ActivityDraft> = {},
  rest: Partial<Omit<LogForm, 'activity'>> = {},
): LogForm {
  return { change: null, activity: { ...draft, ...typed }, bulletin: 'none', bulletinDay: null, ...rest };
}

/** The log form of an activity that is opened again and handed in changed. */
export function changeOf(
  { id, revision, ...activity }: Activity,
  typed: Partial<ActivityDraft> = {},
  rest: Partial<Omit<LogForm, 'activity' | 'change'>> = {},
): LogForm {
  const fields = Object.keys(draft) as (keyof ActivityDraft)[];
  const opened = Object.fromEntries(fields.map((field) => [field, activity[field]])) as ActivityDraft;
  return logForm({ ...opened, ...typed }, { change: { id, revision }, ...rest });
}

/** Logs an activity as a person: the record as it is kept. */
export async function log(
  person: PersonId,
  typed: Partial<ActivityDraft> = {},
  rest: Partial<Omit<LogForm, 'activity'>> = {},
): Promise<Activity> {
  return (await get(person, saveActivity, logForm(typed, rest))).activity;
}
