import type { ActionName } from '#shared/access/actions';
import type { Action } from '#shared/contract/action';
import {
  plainKinds,
  settlePlain,
  type PlainDraftOf,
  type PlainKindName,
  type PlainRecordOf,
} from '#shared/record/plain-kinds';
import type { RecordEnvelope } from '#shared/record/record';
import { typedFields, type RecordOf } from '#shared/record/record-kinds';
import { changeRecord } from '#shared/record/record-life';
import { wrongField } from '#shared/refusal/errors';
import type { Edition } from '#shared/week/edition';
import type { z } from '#shared/zod';
import { onDecidedWrite, type Handler } from '../../entry/handler';
import { noteWaiting } from '../../store/record/content-checks';
import { findRevision, insertRecord, keepRecord } from '../../store/record/records';
import { markForPairing } from '../../store/record/double-marks';
import { envelopeFor, requireHand, tellEntered } from './act-for-unit';
import { checkDraft } from './check-draft';
import { pairDoublesOf } from './pair-doubles';
import { releasedAsItComes } from './released-as-it-comes';
import { stepBy } from './step-by';
import { editionToChange } from '../edition/asked-edition';

const becomes = 'reported';

/** What is handed in of a plain record. */
interface Handed<Kind extends PlainKindName> {
  forUnitId: string | null;
  change: { id: string; revision: number } | null;
  editionId: string | null;
  draft: PlainDraftOf[Kind];
  reason: string;
}

function requireCityOf(draft: object, { cities }: Pick<Edition, 'cities'>): void {
  if ('city' in draft && !cities.includes(String(draft.city))) throw wrongField('draft.city', 'not-a-choice');
}

/** Serves the handing in and changing of one plain kind of record. */
export function savePlainRecord<Name extends ActionName, Kind extends PlainKindName>(
  contract: Action<Name, z.ZodType<Handed<Kind>>, z.ZodType<{ record: { id: string } }>>,
  kind: Kind,
): Handler<Name> {
  return onDecidedWrite(contract, {
    prepare: ({ draft }, { caller }) => checkDraft(caller.openid, kind, { at: 'draft', draft }),
    run: async (
      { forUnitId, change, editionId: year, draft, reason },
      { caller, now, transaction, newId },
      _facts,
      check,
    ) => {
      const requireReach = (record: RecordEnvelope) => {
        caller.require(record);
      };
      const before =
        change === null ? null : await findRevision(transaction, { kind, ...change }, requireReach);
      const edition = await editionToChange(caller, transaction, before?.editionId ?? year);
      requireCityOf(draft, edition);
      if (before !== null) await requireHand(transaction, caller, before);
      const step = stepBy(caller.acting(), now);
      const typed = { ...draft, check };
      const own = { id: newId, editionId: edition.id, forUnitId };
      const handedIn: RecordOf[Kind] =
        before === null
          ? (settlePlain(kind, {
              ...(await envelopeFor(transaction, caller, own, { becomes, check, now })),
              ...plainKinds[kind].begins,
              ...typed,
            } as unknown as PlainRecordOf[Kind]) as RecordOf[Kind])
          : changeRecord(
              before,
              typed as Partial<typeof before>,
              { fields: typedFields[kind], reason, becomes },
              step,
            );
      const release = await releasedAsItComes(transaction, handedIn, step);
      const keep = before === null ? insertRecord : keepRecord;
      const record = await keep(transaction, kind, { ...handedIn, release });
      await noteWaiting(transaction, { kind, before, kept: record, openid: caller.openid, now });
      await markForPairing(transaction, { kind, id: record.id }, now);
      await tellEntered(transaction, caller, { kind, record, now });
      return { record };
    },
    afterwards: ({ record }, context) => pairDoublesOf(context, { kind, id: record.id }),
  });
}
