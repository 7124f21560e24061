import { wrongField } from '#shared/refusal/errors';
import { saveShowcase } from '#shared/contract/record/save-showcase';
import { settleShowcase, typedFields } from '#shared/record/record-kinds';
import { changeRecord, newEnvelope } from '#shared/record/record-life';
import { onPreparedWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { noteWaiting } from '../../store/record/content-checks';
import { editionTakingRecords } from '../../store/edition/editions';
import { findRevision, insertRecord, keepRecord } from '../../store/record/records';
import { checkDraft } from '../../work/record/check-draft';

const becomes = 'reported';

export const saveShowcaseHandler = onPreparedWrite(
  saveShowcase,
  ({ showcase }, { caller }) => checkDraft(caller.openid, 'showcase', showcase),
  async (input, { caller, now, transaction, newId }, check) => {
    const edition = await editionTakingRecords(transaction);
    if (!edition.cities.includes(input.showcase.city)) {
      throw wrongField('showcase.city', 'not-a-choice');
    }
    const { reason } = input;
    const before =
      input.change === null
        ? null
        : await findRevision(transaction, { kind: 'showcase', ...input.change }, (record) => {
            caller.require(record);
          });
    const acting = before === null ? caller.acting() : caller.actingOn(before);
    const step = stepBy(acting, now);
    const envelope = newEnvelope(
      { id: newId, editionId: edition.id, unitCity: acting.city },
      { becomes, check },
      step,
    );
    const typed = { ...input.showcase, check };
    const handedIn =
      before === null
        ? settleShowcase({ ...envelope, ...typed, followUps: [] })
        : changeRecord(before, typed, { fields: typedFields.showcase, reason, becomes }, step);
    const showcase = await (before === null ? insertRecord : keepRecord)(transaction, 'showcase', handedIn);
    await noteWaiting(transaction, { kind: 'showcase', before, kept: showcase, openid: caller.openid, now });
    return { showcase };
  },
);
