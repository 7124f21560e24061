import { savePolicy } from '#shared/contract/save-policy';
import { settlePolicy, typedFields } from '#shared/record/record-kinds';
import { changeRecord, newEnvelope } from '#shared/record/record-life';
import { onPreparedWrite } from '../entry/handler';
import { stepBy } from '../entry/step-by';
import { checkDraft, noteWaiting } from '../store/content-checks';
import { editionTakingRecords } from '../store/editions';
import { findRevision, insertRecord, keepRecord } from '../store/records';

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
