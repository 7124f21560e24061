import type { ActionName } from '#shared/access/actions';
import type { Action } from '#shared/contract/action';
import type { PlainKindName } from '#shared/record/plain-kinds';
import { shownFiles } from '#shared/record/record-files';
import { refuse } from '#shared/refusal/errors';
import type { z } from '#shared/zod';
import { onRead, type Handler } from '../../entry/handler';
import { listedRecords } from '../../store/record/plain-records';
import { findRecord } from '../../store/record/records';
import { editionAsked } from '../edition/asked-edition';

const pageSize = 20;

/** Serves the public's list of one plain kind of record. */
export function listPlainRecords<Name extends ActionName>(
  contract: Action<Name, z.ZodType<{ editionId: string | null; after: string | null }>, z.ZodType>,
  kind: PlainKindName,
): Handler<Name> {
  return onRead(contract, async ({ editionId: year, after, ...filters }, { caller, database }) => {
    const { id: editionId } = await editionAsked(caller, database, year);
    return listedRecords(database, kind, { editionId, filters, after, size: pageSize });
  });
}

/** Serves one record of a plain kind as the public reads it. */
export function readPlainRecord<Name extends ActionName>(
  contract: Action<Name, z.ZodType<{ id: string }>, z.ZodType>,
  kind: PlainKindName,
): Handler<Name> {
  return onRead(contract, async ({ id }, { database }) => {
    const asked = await findRecord(database, kind, id);
    // An address that people have shared leads on to the record that stands for both now.
    const standsId = asked.joint?.standsId ?? id;
    const record = standsId === id ? asked : await findRecord(database, kind, standsId);
    if (!record.listed) throw refuse('NOT_FOUND', { what: 'record' });
    return { record: { ...record, files: shownFiles(record.files) } };
  });
}
