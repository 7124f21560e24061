import { activity } from '../../record/activity';
import { plainKindNames, plainKinds } from '../../record/plain-kinds';
import type { RecordKind } from '../../record/record-kind';
import type { RecordOf } from '../../record/record-kinds';
import { z } from '../../zod';

/** A whole record with what it is about, as its unit and its reviewers see it. */
export type KeptRecord = { [Kind in RecordKind]: { kind: Kind; record: RecordOf[Kind] } }[RecordKind];

export const keptRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activity'), record: activity }),
  ...plainKindNames.map((kind) => z.object({ kind: z.literal(kind), record: plainKinds[kind].kept })),
]) as unknown as z.ZodType<KeptRecord, KeptRecord>;
