import { missingOf } from '#shared/record/record-kind';
import { plainCollections } from '../../store/record/plain-records';
import { requireRevision } from '#shared/refusal/require-revision';
import { refuse } from '#shared/refusal/errors';
import { stateAsIs } from '#shared/contract/summary/state-as-is';
import type { RecordEnvelope } from '#shared/record/record';
import type { FindingKey } from '#shared/summary/finding';
import { onWrite } from '../../entry/handler';
import type { Finder } from '../../platform/database';
import { activities } from '../../store/record/activities';
import { requireOpenEdition } from '../../store/edition/editions';
import { keepStatement, statementId } from '../../store/summary/summary-statements';
import { findUnit } from '../../store/unit/units';
import { editionToChange } from '../../work/edition/asked-edition';
import type { Caller } from '../../entry/caller';

/** What a finding is about, as far as a statement keeps it: a unit of the edition asked for, a record of its own. */
async function subjectOf(
  caller: Caller,
  finder: Finder,
  { editionId: year, finding: { what, id } }: { editionId: string | null; finding: FindingKey },
) {
  if (what === 'unit') {
    const { id: editionId } = await editionToChange(caller, finder, year);
    const { name, city } = await findUnit(finder, id);
    return { editionId, name, unitId: id, unitName: name, unitCity: city, current: null };
  }
  const collection = what === 'activity' ? activities : plainCollections.policy;
  const record = await finder.find<RecordEnvelope & { name: string }>(collection.name, id);
  if (record === null) throw refuse('NOT_FOUND', { what: missingOf(what) });
  const { editionId, name, unitId, unitName, unitCity } = record;
  return { editionId, name, unitId, unitName, unitCity, current: record };
}

export const stateAsIsHandler = onWrite(
  stateAsIs,
  async ({ editionId: year, finding, revision, note }, { caller, now, transaction }) => {
    const { current, editionId, ...subject } = await subjectOf(caller, transaction, {
      editionId: year,
      finding,
    });
    caller.require(subject);
    await requireOpenEdition(transaction, editionId);
    if (current !== null) requireRevision(current, revision ?? 0);
    await keepStatement(transaction, {
      id: statementId(editionId, finding),
      editionId,
      ...subject,
      finding,
      revision: current === null ? null : revision,
      note,
      at: now,
      by: caller.openid,
    });
    return { note, at: now };
  },
);
