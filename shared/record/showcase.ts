import { z } from '../zod';
import { day } from '../ground/guangdong-time';
import { comparedText } from '../ground/compared-text';
import { plainEnvelope, type PlainKind } from './plain-kind';
import { shownFile } from './record';
import { city } from '../ground/region';
import { isLink, line, paragraphs } from '../ground/typed-text';

/** What is shown (典型宣传): the kinds that the two notices name. */
const showcaseSort = z.enum(['典型案例', '优秀项目', '典型人物', '先进经验', '获奖项目']);

/** A showcase as an organiser hands it in. Lengths are in characters. */
export const showcaseDraft = z.strictObject({
  kind: showcaseSort,
  name: line.min(4).max(100),
  city,
  /** Whose it is: the enterprise, team or person. */
  holder: line.min(2).max(50),
  /** What it won, for one that won something (所获奖项). */
  award: line.max(100).default(''),
  about: paragraphs.min(10).max(3000),
  link: line
    .max(300)
    .refine((text) => text === '' || isLink(text), { params: { problem: 'not-a-link' } })
    .default(''),
});
export type ShowcaseDraft = z.infer<typeof showcaseDraft>;

/** A service given to whom a showcase is about (跟踪服务), as it is written down. */
export const followUpDraft = z.strictObject({
  /** When it was given. */
  day,
  /** What was done: 融资对接, 上门辅导. */
  kind: line.min(2).max(20),
  /** Which unit or body gave it. */
  unit: line.min(2).max(50),
  note: paragraphs.max(500),
});

/** A follow-up as it is kept: only ever added. */
export const followUp = z.object({
  id: z.string(),
  ...followUpDraft.shape,
  addedAt: z.int(),
  /** The unit whose member wrote it down. */
  addedBy: z.string(),
});

/** As many as a showcase can have in its years, and a document can hold. */
export const mostFollowUps = 200;

/** A showcase as it is kept. */
const showcase = z.object({ ...showcaseDraft.shape, ...plainEnvelope, followUps: z.array(followUp) });
export type Showcase = z.infer<typeof showcase>;

/** What a showcase is found by as one that is there already: whose it is, and its very name. */
function marksOf({ holder, name }: ShowcaseDraft): string[] {
  return [`holder ${comparedText(holder)}`, `name ${comparedText(name)}`];
}

/** A showcase in the public's list. */
const showcaseCard = showcase.pick({
  id: true,
  kind: true,
  name: true,
  city: true,
  holder: true,
  award: true,
});

/** A showcase as the public reads it. What services were given is for members. */
const showcaseDetail = showcaseCard.extend({
  about: showcase.shape.about,
  link: showcase.shape.link,
  files: z.array(shownFile),
});

/** Showcases (典型) as data: the latest first. */
export const showcaseKind = {
  collection: 'showcases',
  draft: showcaseDraft,
  kept: showcase,
  begins: { followUps: [] },
  words: ['name', 'holder', 'award', 'about', 'link'] satisfies (keyof ShowcaseDraft)[],
  orderBy: 'createdAt' satisfies keyof Showcase,
  marks: marksOf,
  filters: { kind: showcaseSort.nullable() },
  card: showcaseCard,
  detail: showcaseDetail,
} as const satisfies PlainKind;
