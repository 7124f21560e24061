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
import { editionToSumUp } from '../../store/edition/editions';
import { keepStatement, statementId } from '../../store/summary/summary-statements';
import { findUnit } from '../../store/unit/units';

/** What a finding is about, as far as a statement keeps it. */
async function subjectOf(reader: Finder, editionId: string, { what, id }: FindingKey) {
  if (what === 'unit') {
    const { name, city } = await findUnit(reader, id);
    return { name, unitId: id, unitName: name, unitCity: city, current: null };
  }
  const collection = what === 'activity' ? activities : plainCollections.policy;
  const record = await reader.find<RecordEnvelope & { name: string }>(collection.name, id);
  if (record?.editionId !== editionId) throw refuse('NOT_FOUND', { what: missingOf(what) });
  const { name, unitId, unitName, unitCity } = record;
  return { name, unitId, unitName, unitCity, current: record };
}

export const stateAsIsHandler = onWrite(
  stateAsIs,
  async ({ finding, revision, note }, { caller, now, transaction }) => {
    const { id: editionId } = await editionToSumUp(transaction);
    const { current, ...subject } = await subjectOf(transaction, editionId, finding);
    caller.require(subject);
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
