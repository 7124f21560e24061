import { role } from '../people/membership';
import { z } from '../zod';
import { jurisdiction } from '../ground/region';

/** The life of a record (记录状态): announced (activities only) → reported → accepted. An activity that is called off is cancelled (已取消). */
export const recordState = z.enum([
  'announced',
  'reported',
  'returned',
  'accepted',
  'withdrawn',
  'cancelled',
]);
export type RecordState = z.infer<typeof recordState>;

/** Whether a record tells of anything that is or was: one that was withdrawn does not, nor one of an activity that was cancelled. */
export function tells({ state }: { state: RecordState }): boolean {
  return state !== 'withdrawn' && state !== 'cancelled';
}

/** Why a reviewer gave a record back (退回): the reason, and the fields it points at. */
const returnNote = z.object({
  at: z.int(),
  reason: z.string(),
  fields: z.array(z.string()),
});

/**
 * What WeChat's content check said of the text people wrote (内容检查). While it waits (待检查), or a person is to decide (待人工核), the
 * record is kept and the public does not see it. What is rejected at once is not kept; what is rejected after a wait goes back to
 * its unit.
 */
export const contentCheck = z.enum(['waiting', 'for-review', 'passed', 'rejected']);
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

/** A file as it is shown: the platform's id is what the phone shows it by. */
export const shownFile = recordFile.omit({ check: true });

/** For which unit and in which role somebody changed a record (经办). The person himself is in the audit only. */
export const author = z.object({ unitId: z.string(), unitName: z.string(), role });
export type Author = z.infer<typeof author>;

/** A record that is told together with others as one (联合举办、重复填报), as the others know it. */
export const jointMember = z.object({
  id: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  state: recordState,
  /** Whether it may be counted: accepted, and with a day in the week where it has days. */
  counts: z.boolean(),
});
export type JointMember = z.infer<typeof jointMember>;

/**
 * What several records of one thing are together (合并后的一项), kept with each of them so that a list needs no look-ups. It follows
 * from the records that are merged now, see `double/joint-event`; it is no change of any of them.
 */
export const joint = z.object({
  leadingId: z.string(),
  /** The record that stands for all to the public; null while they may see none. */
  standsId: z.string().nullable(),
  /** The record that counts it for the province; null while none is accepted. */
  countsId: z.string().nullable(),
  /** The leading one first, the others in the order in which they were merged. */
  members: z.array(jointMember),
});
export type Joint = z.infer<typeof joint>;

/** What every kept record has, whatever it is about. */
export const recordEnvelope = {
  id: z.string(),
  editionId: z.string(),
  /** The unit that logged it, and whom that unit answers to: they decide who may see and change it. */
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  /** The reviewer who entered it for a unit that did not itself (代报); null where the unit did. Its name and the unit's both stand. */
  enteredBy: author.nullable(),
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
  /** Which fields those are. */
  changedFields: z.array(z.object({ field: z.string(), seen: z.boolean() })),
  /** Who made the last change, null for the timer, and why; null for what was put there otherwise. */
  lastChange: z.object({ by: author.nullable(), reason: z.string() }).nullable(),
  check: contentCheck,
  /** The record it was merged into as the same event (合并到); null for one that stands by itself, or leads. */
  mergedInto: z.string().nullable(),
  /** What it is together with the records it is merged with; null while it is with none. */
  joint: joint.nullable(),
  files: z.array(recordFile),
  /**
   * When it was released to the public (已发布), and by whom: null for a record that needs nobody, a department's or a trusted unit's.
   * Null while it waits to be released (待发布).
   */
  release: z.object({ at: z.int(), by: author.nullable() }).nullable(),
  /** Who took it from the public (紧急下线), when and why; null for one that was not, or was put back. */
  takenDown: z.object({ at: z.int(), by: author, reason: z.string() }).nullable(),
  /** Since when it stands first in the public's lists (置顶); null for one in its place. */
  pinnedAt: z.int().nullable(),
};
export type RecordEnvelope = z.infer<z.ZodObject<typeof recordEnvelope>>;

/** What of a record's envelope follows from nothing: as it is when the record is new. */
export const newRecord = {
  enteredBy: null,
  reportedAt: null,
  returned: null,
  changedAfterAcceptance: { count: 0, unseen: 0 },
  changedFields: [],
  lastChange: null,
  check: 'passed',
  mergedInto: null,
  joint: null,
  files: [],
  release: null,
  takenDown: null,
  pinnedAt: null,
} satisfies Partial<RecordEnvelope>;
