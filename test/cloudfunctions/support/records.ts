import { policyDraft, showcaseDraft } from '../../shared/example-drafts';
import { acceptRecord } from '#shared/contract/record/accept-record';
import { savePolicy } from '#shared/contract/record/policy';
import { saveShowcase } from '#shared/contract/record/showcase';
import type { Activity } from '#shared/record/activity';
import type { Policy, PolicyDraft } from '#shared/record/policy';
import type { Showcase, ShowcaseDraft } from '#shared/record/showcase';
import { log } from './log-form';
import { get, type PersonId } from './running-cloud';
import type { RecordKind } from '#shared/record/record-kind';

export async function logPolicy(person: PersonId, typed: Partial<PolicyDraft> = {}): Promise<Policy> {
  const draft = { ...policyDraft, ...typed };
  const { record: policy } = await get(person, savePolicy, { change: null, draft });
  return policy;
}

export async function logShowcase(person: PersonId, typed: Partial<ShowcaseDraft> = {}): Promise<Showcase> {
  const showcase = { ...showcaseDraft, ...typed };
  return (await get(person, saveShowcase, { change: null, draft: showcase })).record;
}

/** A record of a kind, reported by the organiser. */
export function logRecord(kind: RecordKind): Promise<Activity | Policy | Showcase> {
  if (kind === 'activity') return log('organiser');
  return kind === 'policy' ? logPolicy('organiser') : logShowcase('organiser');
}

/** Where each kind of record is kept. */
export const collectionOf: Record<RecordKind, string> = {
  activity: 'activities',
  policy: 'policies',
  showcase: 'showcases',
};

/** Accepts a record as the city’s staff: its revision then. */
export async function accept(
  kind: RecordKind,
  { id, revision }: { id: string; revision: number },
  person: PersonId = 'city',
): Promise<number> {
  return (await get(person, acceptRecord, { kind, id, revision })).revision;
}
