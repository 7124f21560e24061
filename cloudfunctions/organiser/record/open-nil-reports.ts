import { openNilReports } from '#shared/contract/record/open-nil-reports';
import { coversSpan, spanStandingOf, type NilScope, type NilSpan } from '#shared/record/nil-report';
import { daysOf } from '#shared/week/edition';
import { onRead } from '../../entry/handler';
import { nilSubjectOf } from '../../work/record/nil-subject';
import { editionAsked } from '../../work/edition/asked-edition';
import { findNilReport } from '../../store/record/nil-reports';
import { firstContentAt } from '../../work/record/reporting';

export const openNilReportsHandler = onRead(openNilReports, async ({ editionId }, { caller, database }) => {
  const edition = await editionAsked(caller, database, editionId);
  const { unitName, city, role } = caller.acting();
  const spans: NilSpan[] = [...daysOf(edition), 'week'];

  const standingOf = async (scope: NilScope, name: string) => {
    const { subject, owner } = nilSubjectOf(caller, scope);
    const facts = await Promise.all(
      spans.map(async (span) => {
        const [contentAt, nil] = await Promise.all([
          firstContentAt(database, { editionId: edition.id, owner, span }),
          findNilReport(database, { editionId: edition.id, scope, subject, span }),
        ]);
        return { span, contentAt, statedAt: nil === null || nil.withdrawn ? null : nil.statedAt };
      }),
    );
    const standing = facts.map(({ span, contentAt, statedAt }) => {
      const covering = facts.flatMap((each) =>
        each.statedAt !== null && coversSpan(each.span, span) ? [each.statedAt] : [],
      );
      const nilAt = covering.length === 0 ? null : Math.min(...covering);
      return {
        span,
        stated: statedAt !== null,
        ...spanStandingOf(edition, span, { contentAt, nilAt }),
      };
    });
    return { scope, name, spans: standing };
  };

  return {
    subjects: await Promise.all([
      standingOf('unit', unitName),
      ...(role === 'city' ? [standingOf('city', city)] : []),
    ]),
  };
});
