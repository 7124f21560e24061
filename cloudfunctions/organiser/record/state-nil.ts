import { refuse, wrongField } from '#shared/refusal/errors';
import { stateNil } from '#shared/contract/record/state-nil';
import { isOwed, isSpanOf, lateFrom, stateAgain } from '#shared/record/nil-report';
import { onDecidedWrite } from '../../entry/handler';
import { nilSubjectOf } from '../../work/record/nil-subject';
import { editionToChange } from '../../work/edition/asked-edition';
import { findNilReport, keepNilReport, nilReportId } from '../../store/record/nil-reports';
import { firstContentAt } from '../../work/record/reporting';

export const stateNilHandler = onDecidedWrite(stateNil, {
  // An activity that is logged at the same moment outranks the nil report wherever both are read: nothing is to be protected.
  gather: async ({ editionId: year, scope, span }, { caller, database }) => {
    const { id: editionId } = await editionToChange(caller, database, year);
    const { owner } = nilSubjectOf(caller, scope);
    return (await firstContentAt(database, { editionId, owner, span })) !== null;
  },
  run: async ({ editionId, scope, span }, { caller, now, transaction }, isWithContent) => {
    const edition = await editionToChange(caller, transaction, editionId);
    if (!isSpanOf(edition, span)) {
      throw wrongField('span', 'not-in-the-week');
    }
    if (!isOwed(edition, span)) throw refuse('FROZEN', { state: 'daily-nil-off' });
    if (isWithContent) throw refuse('FROZEN', { state: 'has-content' });
    const { subject } = nilSubjectOf(caller, scope);
    const { unitId, unitName, city } = caller.acting();
    const of = { editionId: edition.id, scope, subject, span };
    const kept = await findNilReport(transaction, of);
    const nilReport = stateAgain(kept, {
      id: nilReportId(of),
      ...of,
      unitId,
      unitName,
      unitCity: city,
      statedAt: now,
    });
    if (nilReport !== kept) await keepNilReport(transaction, nilReport);
    return { nilReport, isLate: nilReport.statedAt >= lateFrom(edition, span) };
  },
});
