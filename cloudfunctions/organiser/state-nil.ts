import { refuse } from '#shared/contract/errors';
import { stateNil } from '#shared/contract/state-nil';
import { isSpanOf } from '#shared/record/nil-report';
import { onWrite } from '../entry/handler';
import { nilSubjectOf } from '../entry/nil-subject';
import { editionTakingRecords } from '../store/editions';
import { keepNilReport, nilReportId } from '../store/nil-reports';
import { hasContent } from '../store/reporting';

export const stateNilHandler = onWrite(stateNil, async ({ scope, span }, { caller, now, transaction }) => {
  const edition = await editionTakingRecords(transaction);
  if (!isSpanOf(edition, span)) {
    throw refuse('INVALID_INPUT', { fields: [{ field: 'span', problem: 'not-in-the-week', limit: null }] });
  }
  const { subject, owner } = nilSubjectOf(caller, scope);
  if (await hasContent(transaction, { editionId: edition.id, owner, span })) {
    throw refuse('FROZEN', { state: 'has-content' });
  }
  const { unitId, unitName, city } = caller.acting();
  const of = { editionId: edition.id, scope, subject, span };
  const nilReport = {
    id: nilReportId(of),
    ...of,
    unitId,
    unitName,
    unitCity: city,
    statedAt: now,
    withdrawn: false,
  };
  await keepNilReport(transaction, nilReport);
  return { nilReport };
});
