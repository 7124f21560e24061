import { refuse } from '#shared/refusal/errors';
import { withdrawNil } from '#shared/contract/record/withdraw-nil';
import { takeBack } from '#shared/record/nil-report';
import { onWrite } from '../../entry/handler';
import { nilSubjectOf } from '../../work/record/nil-subject';
import { findNilReport, keepNilReport } from '../../store/record/nil-reports';
import { editionToChange } from '../../work/edition/asked-edition';

export const withdrawNilHandler = onWrite(
  withdrawNil,
  async ({ editionId, scope, span }, { caller, now, transaction }) => {
    const edition = await editionToChange(caller, transaction, editionId);
    const { subject } = nilSubjectOf(caller, scope);
    const stated = await findNilReport(transaction, { editionId: edition.id, scope, subject, span });
    if (stated === null || stated.withdrawn) throw refuse('NOT_FOUND', { what: 'nil-report' });
    const nilReport = takeBack(stated, now);
    await keepNilReport(transaction, nilReport);
    return { nilReport };
  },
);
