import { z } from '../zod';
import { recordEnvelope } from './record';

/**
 * A kind of record as data: one that is handed in whole, and is for the public once it is accepted (政策、典型). Every kind but the
 * activity, which is announced before it is reported, is one; its actions, its collection and its part of the snapshot follow.
 */
export interface PlainKind {
  /** Where it is kept, and what its part of the public's snapshot is called. */
  collection: string;
  draft: z.ZodObject;
  kept: z.ZodObject;
  /** What a new one has besides what was typed. */
  begins: object;
  /** The fields that are people's own words, which the content check is asked about. */
  words: readonly string[];
  /** The field that orders its lists, the latest first; among equals the id does. */
  orderBy: string;
  /** What two records that may be one have in common (查重的线索), by which others are found: a number, a date, a holder. */
  marks: (record: never) => readonly string[];
  /** What the public may ask its list for, each by the field of that name. */
  filters: z.ZodRawShape;
  /** What the public sees in a list, and of one. */
  card: z.ZodObject;
  detail: z.ZodObject;
}

/** What every plain record has when it is kept: its envelope, and what follows from its fields and its state. */
export const plainEnvelope = {
  ...recordEnvelope,
  /** By what records that may be the same are found. */
  marks: z.array(z.string()),
  /** Whether the public sees it. */
  listed: z.boolean(),
  /** Orders lists by the kind's own field and then id. */
  sortKey: z.string(),
};
