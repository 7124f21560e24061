import { nilReportKey, type NilReport, type NilScope, type NilSpan } from '#shared/record/nil-report';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { indexOn, type Collection } from '../collection';

export const nilReports: Collection = {
  name: 'nil-reports',
  indexes: [indexOn('editionId', 'scope', 'span', 'withdrawn', 'subject')],
};

/** The one id of a unit's or city's nil report for a span. */
export function nilReportId(of: Pick<NilReport, 'editionId' | 'scope' | 'subject' | 'span'>): string {
  return idFrom(nilReportKey(of));
}

/** The nil report of a unit or city for a span; null when none was ever stated. */
export function findNilReport(
  reader: Finder,
  of: Pick<NilReport, 'editionId' | 'scope' | 'subject' | 'span'>,
): Promise<NilReport | null> {
  return reader.find<NilReport>(nilReports.name, nilReportId(of));
}

export async function keepNilReport(transaction: Transaction, report: NilReport): Promise<void> {
  await transaction.replace(nilReports.name, report);
}

const readAtOnce = 1000;

/** Who has a nil report for a span that stands: unit ids, or names of cities; of those stated before an instant, when one is given. */
export async function subjectsWithNil(
  reader: Reader,
  {
    editionId,
    scope,
    span,
    statedBefore = Infinity,
  }: { editionId: string; scope: NilScope; span: NilSpan; statedBefore?: number },
): Promise<string[]> {
  const stated: Pick<NilReport, 'id' | 'subject' | 'statedAt'>[] = [];
  for (;;) {
    const last = stated.at(-1)?.subject;
    const where = { editionId, scope, span, withdrawn: false };
    const found = await reader.list<(typeof stated)[number]>(nilReports.name, {
      where: last === undefined ? where : { ...where, subject: { greaterThan: last } },
      orderBy: ['subject', 'asc'],
      limit: readAtOnce,
      fields: ['subject', 'statedAt'],
    });
    stated.push(...found);
    if (found.length < readAtOnce) break;
  }
  return stated.filter(({ statedAt }) => statedAt < statedBefore).map(({ subject }) => subject);
}
