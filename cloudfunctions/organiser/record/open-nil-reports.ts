import { openNilReports } from '#shared/contract/record/open-nil-reports';
import { coversSpan, reportingStatusOf, type NilScope, type NilSpan } from '#shared/record/nil-report';
import { daysOf } from '#shared/week/edition';
import { onRead } from '../../entry/handler';
import { nilSubjectOf } from '../../work/record/nil-subject';
import { findNilReport } from '../../store/record/nil-reports';
import { hasContent } from '../../work/record/reporting';
import { editionAsked } from '../../work/edition/asked-edition';

export const openNilReportsHandler = onRead(openNilReports, async ({ editionId }, { caller, database }) => {
  const edition = await editionAsked(caller, database, editionId);
  const { unitName, city, role } = caller.acting();
  const spans: NilSpan[] = [...daysOf(edition), 'week'];

  const standingOf = async (scope: NilScope, name: string) => {
    const { subject, owner } = nilSubjectOf(caller, scope);
    const facts = await Promise.all(
      spans.map(async (span) => {
        const [has, nil] = await Promise.all([
          hasContent(database, { editionId: edition.id, owner, span }),
          findNilReport(database, { editionId: edition.id, scope, subject, span }),
        ]);
        return { span, has, stated: nil !== null && !nil.withdrawn };
      }),
    );
    const standing = facts.map(({ span, has, stated }) => ({
      span,
      stated,
      status: reportingStatusOf({
        hasContent: has,
        statedNil: facts.some((each) => each.stated && coversSpan(each.span, span)),
      }),
    }));
    return { scope, name, spans: standing };
  };

  return {
    subjects: await Promise.all([
      standingOf('unit', unitName),
      ...(role === 'city' ? [standingOf('city', city)] : []),
    ]),
  };
});
