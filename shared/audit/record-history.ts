import type { AuditEntry } from './audit-chain';
import { typedFields } from '../record/record-kinds';
import { differingFields } from '../record/record-life';
import { author, type RecordEnvelope } from '../record/record';
import { z } from '../zod';
import type { RecordKind } from '../record/record-kind';

/** One change of a record: when, for which unit and in which role, by which action, and each field before and after. */
export const historyEntry = z.object({
  at: z.int(),
  action: z.string(),
  /** Null for the timer, and for what was put there before anyone logged anything. */
  by: author.nullable(),
  reason: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

type Version = Partial<RecordEnvelope> & Record<string, unknown>;

function versionOf(document: object | null | undefined): Version | null {
  return (document ?? null) as Version | null;
}

/** What a person sees of a field in the history: of files their names, of follow-ups how many there are. */
function shownValue(version: Version | null, field: string): unknown {
  if (version === null) return null;
  const value = version[field];
  // Where the audit left out what was too long, there is no list.
  if (field === 'files' && (value === undefined || Array.isArray(value)))
    return version.files?.map(({ name }) => name) ?? [];
  return field === 'followUps' && Array.isArray(value) ? value.length : (value ?? null);
}

/**
 * A record's history from the entries of the audit (修改记录): each change with the unit and role that made it, never the
 * person, and every field before and after.
 */
export function historyOf(
  of: { kind: RecordKind; id: string; collection: string },
  entries: readonly AuditEntry[],
): HistoryEntry[] {
  const shown = [...typedFields[of.kind], 'state', 'important', 'mergedInto', 'followUps'];
  const versions = entries.flatMap(({ at, action, changes }) => {
    const own = changes.filter(({ id, collection }) => id === of.id && collection === of.collection);
    const after = versionOf(own.at(-1)?.after);
    return after === null ? [] : [{ at, action, before: versionOf(own[0]?.before), after }];
  });
  // What others' steps make of it is no step in its own life: what it is together with those that it is merged with.
  const own = versions.filter(
    ({ before, after }) =>
      before === null || differingFields(before, after, ['revision', 'lastChange']).length > 0,
  );
  // Of changes in one millisecond the audit knows no order, but their revisions do.
  own.sort((one, other) => one.at - other.at || (one.after.revision ?? 0) - (other.after.revision ?? 0));
  return own.map(({ at, action, before, after }) => ({
    at,
    action,
    by: after.lastChange?.by ?? null,
    reason: after.lastChange?.reason ?? '',
    fields: differingFields(before ?? {}, after, shown).map((field) => ({
      field,
      before: shownValue(before, field),
      after: shownValue(after, field),
    })),
  }));
}
