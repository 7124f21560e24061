import { savePolicy } from '#shared/contract/record/save-policy';
import { settlePolicy, typedFields } from '#shared/record/record-kinds';
import { changeRecord, newEnvelope } from '#shared/record/record-life';
import { onPreparedWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { noteWaiting } from '../../store/record/content-checks';
import { editionTakingRecords } from '../../store/edition/editions';
import { findRevision, insertRecord, keepRecord } from '../../store/record/records';
import { checkDraft } from '../../work/record/check-draft';

const becomes = 'reported';

export const savePolicyHandler = onPreparedWrite(
  savePolicy,
  ({ policy }, { caller }) => checkDraft(caller.openid, 'policy', policy),
  async (input, { caller, now, transaction, newId }, check) => {
    const edition = await editionTakingRecords(transaction);
    const { reason } = input;
    const before =
      input.change === null
        ? null
        : await findRevision(transaction, { kind: 'policy', ...input.change }, (record) => {
            caller.require(record);
          });
    const acting = before === null ? caller.acting() : caller.actingOn(before);
    const step = stepBy(acting, now);
    const envelope = newEnvelope(
      { id: newId, editionId: edition.id, unitCity: acting.city },
      { becomes, check },
      step,
    );
    const typed = { ...input.policy, check };
    const handedIn =
      before === null
        ? settlePolicy({ ...envelope, ...typed })
        : changeRecord(before, typed, { fields: typedFields.policy, reason, becomes }, step);
    const policy = await (before === null ? insertRecord : keepRecord)(transaction, 'policy', handedIn);
    await noteWaiting(transaction, { kind: 'policy', before, kept: policy, openid: caller.openid, now });
    return { policy };
  },
);
