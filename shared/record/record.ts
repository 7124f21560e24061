import { z } from '../zod';
import { jurisdiction } from './region';

/** The life of a record (记录状态): announced (activities only) → reported → accepted. */
export const recordState = z.enum(['announced', 'reported', 'returned', 'accepted', 'withdrawn']);
export type RecordState = z.infer<typeof recordState>;

/** Why a reviewer gave a record back (退回): the reason, and the fields it points at. */
export const returnNote = z.object({
  at: z.int(),
  reason: z.string(),
  fields: z.array(z.string()),
});
export type ReturnNote = z.infer<typeof returnNote>;

/**
 * What WeChat's content check said of the text people wrote (内容检查). While it waits the record is kept and the public
 * does not see it; what is rejected is not kept at all, so that a kept record is never worse than waiting.
 */
export const contentCheck = z.enum(['waiting', 'passed', 'rejected']);
export type ContentCheck = z.infer<typeof contentCheck>;

/** A picture or paper that goes with a record (图片、附件), cleared of where it was taken. */
export const recordFile = z.object({
  id: z.string(),
  /** `poster` 海报, `photo` 现场照片, `attachment` 附件. */
  purpose: z.enum(['poster', 'photo', 'attachment']),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  /** The platform's id of the file. */
  fileID: z.string(),
  check: contentCheck,
});
export type RecordFile = z.infer<typeof recordFile>;

/** What every kept record has, whatever it is about. */
export const recordEnvelope = {
  id: z.string(),
  editionId: z.string(),
  /** The unit that logged it, and whom that unit answers to: they decide who may see and change it. */
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  state: recordState,
  /** Counts changes from 1; a change must name the revision it was made from. */
  revision: z.int().min(1),
  createdAt: z.int(),
  updatedAt: z.int(),
  /** When it was first reported; a return does not move it. Null while it is only announced. */
  reportedAt: z.int().nullable(),
  /** The last return, until it is reported again; null otherwise. */
  returned: returnNote.nullable(),
  /** Fields changed since it was accepted (通过后改动), and how many of those no reviewer has looked at. */
  changedAfterAcceptance: z.object({ count: z.int(), unseen: z.int() }),
  check: contentCheck,
  /** The record it was merged into as the same event (合并到); null for one that stands by itself. */
  mergedInto: z.string().nullable(),
  files: z.array(recordFile),
};
export type RecordEnvelope = z.infer<z.ZodObject<typeof recordEnvelope>>;

/** What of a record's envelope follows from nothing: as it is when the record is new. */
export const newRecord = {
  reportedAt: null,
  returned: null,
  changedAfterAcceptance: { count: 0, unseen: 0 },
  check: 'passed',
  mergedInto: null,
  files: [],
} satisfies Partial<RecordEnvelope>;
