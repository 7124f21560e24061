import { z } from '../zod';
import { day } from '../ground/guangdong-time';
import { comparedText } from '../ground/compared-text';
import { plainEnvelope, type PlainKind } from './plain-kind';
import { shownFile } from './record';
import { isLink, line, paragraphs } from '../ground/typed-text';

function isDate(text: string): boolean {
  const [year = '', month = '01', dayOfMonth = '01'] = text.split('-');
  return (
    day.safeParse(`${year}-${month}-${dayOfMonth}`).success && /^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(text)
  );
}

/** A policy as an organiser hands it in (出台政策措施), a row of 表一. Lengths are in characters. */
export const policyDraft = z.strictObject({
  name: line.min(4).max(100),
  issuer: line.min(2).max(50),
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as far as it is known (出台时间). */
  issuedOn: z.string().refine(isDate, { params: { problem: 'not-a-date' } }),
  documentNumber: line.max(40).default(''),
  remark: line.max(200).default(''),
  /** The policy's own words, where it is not an attachment (正文). */
  text: paragraphs.max(5000).default(''),
  link: line
    .max(300)
    .refine((text) => text === '' || isLink(text), { params: { problem: 'not-a-link' } })
    .default(''),
});
export type PolicyDraft = z.infer<typeof policyDraft>;

/** A policy as it is kept. */
const policy = z.object({ ...policyDraft.shape, ...plainEnvelope });
export type Policy = z.infer<typeof policy>;

/** A number this short is no document's: 1号. */
const shortestNumber = 4;

/** What a policy is found by as one that is there already: its document number, its date, its very name. */
function marksOf({ documentNumber, issuedOn, name }: PolicyDraft): string[] {
  const number = comparedText(documentNumber);
  const numbered = number.length < shortestNumber ? [] : [`number ${number}`];
  return [...numbered, `date ${issuedOn}`, `name ${comparedText(name)}`];
}

/** A policy in the public's list. */
const policyCard = policy.pick({ id: true, name: true, issuer: true, issuedOn: true, documentNumber: true });

/** A policy as the public reads it. */
const policyDetail = policyCard.extend({
  remark: policy.shape.remark,
  text: policy.shape.text,
  link: policy.shape.link,
  files: z.array(shownFile),
});

/** Policies (政策) as data: the latest issued first. */
export const policyKind = {
  collection: 'policies',
  draft: policyDraft,
  kept: policy,
  begins: {},
  words: ['name', 'issuer', 'documentNumber', 'remark', 'text', 'link'] satisfies (keyof PolicyDraft)[],
  orderBy: 'issuedOn' satisfies keyof Policy,
  marks: marksOf,
  filters: {},
  card: policyCard,
  detail: policyDetail,
} as const satisfies PlainKind;
