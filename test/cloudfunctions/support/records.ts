import { acceptRecord } from '#shared/contract/record/accept-record';
import { savePolicy } from '#shared/contract/record/policy';
import { saveShowcase } from '#shared/contract/record/showcase';
import type { Activity } from '#shared/record/activity';
import type { Policy, PolicyDraft } from '#shared/record/policy';
import type { Showcase, ShowcaseDraft } from '#shared/record/showcase';
import { log } from './log-form';
import { get, type PersonId } from './running-cloud';
import type { RecordKind } from '#shared/record/record-kind';

/** A policy, right in every field. */
export const policyDraft: PolicyDraft = {
  name: '广州市支持小微企业融资若干措施',
  issuer: '广州市工业和信息化委员会',
  issuedOn: '2018-10-10',
  documentNumber: '穗工信〔2018〕12号',
  remark: '',
  text: '对小微企业贷款担保费给予补助。',
  link: '',
};

/** A showcase, right in every field. */
export const showcaseDraft: ShowcaseDraft = {
  kind: '典型案例',
  name: '一家小微企业的数字化车间',
  city: '广州',
  holder: '广州某智能装备公司',
  award: '',
  about: '两年里把车间的产能提高了一倍，订单交付从二十天缩到七天。',
  link: '',
};

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
