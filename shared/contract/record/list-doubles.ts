import { askedEdition } from '../../week/edition';
import { activity } from '../../record/activity';
import { double, doubleState } from '../../double/doubles';
import { plainKinds } from '../../record/plain-kinds';
import { recordKind } from '../../record/record-kind';
import { z } from '../../zod';
import { action } from '../action';

/** What is shown of every record, whatever it is about. */
const known = {
  id: true,
  revision: true,
  state: true,
  name: true,
  unitName: true,
  unitCity: true,
  mergedInto: true,
} as const;

const activitySide = activity.pick({
  ...known,
  hosts: true,
  coHosts: true,
  city: true,
  district: true,
  venue: true,
  firstDay: true,
  lastDay: true,
  startTime: true,
  headcount: true,
  about: true,
});
const policySide = plainKinds.policy.kept.pick({
  ...known,
  issuer: true,
  issuedOn: true,
  documentNumber: true,
  remark: true,
});
const showcaseSide = plainKinds.showcase.kept.pick({
  ...known,
  kind: true,
  city: true,
  holder: true,
  award: true,
  about: true,
});

const pair = double
  .pick({ id: true, city: true, signs: true, name: true, state: true, decidedAt: true, decidedBy: true })
  .extend({
    /** The record that leads those that are told together; null while the pair is not merged. */
    leadingId: z.string().nullable(),
  });

/** The two, side by side. */
const shownDouble = z.discriminatedUnion('kind', [
  pair.extend({ kind: z.literal('activity'), sides: z.array(activitySide) }),
  pair.extend({ kind: z.literal('policy'), sides: z.array(policySide) }),
  pair.extend({ kind: z.literal('showcase'), sides: z.array(showcaseSide) }),
]);
export type ShownDouble = z.input<typeof shownDouble>;

/** Pairs that may be one event, policy or showcase (疑似重复), for reviewers: of their city, or of all with those across cities. */
export const listDoubles = action('listDoubles', {
  request: z.strictObject({
    editionId: askedEdition,
    state: doubleState,
    /** Null for all kinds. */
    kind: recordKind.nullable().default(null),
    after: z.string().max(80).nullable(),
  }),
  reply: z.object({ doubles: z.array(shownDouble), total: z.int(), next: z.string().nullable() }),
});
