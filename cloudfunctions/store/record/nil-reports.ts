import { nilReportKey, type NilReport, type NilScope, type NilSpan } from '#shared/record/nil-report';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { indexOn, type Collection } from '../collection';

export const nilReports: Collection = {
  name: 'nil-reports',
  indexes: [indexOn('editionId', 'scope', 'span', 'subject')],
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

/** What of a nil report says when it stood. */
export type NilStatement = Pick<NilReport, 'id' | 'subject' | 'statedAt' | 'withdrawn' | 'earlier'>;

/** The nil reports of units, or of cities, for a span, those that were taken back too. */
export async function nilReportsFor(
  reader: Reader,
  { editionId, scope, span }: { editionId: string; scope: NilScope; span: NilSpan },
): Promise<NilStatement[]> {
  const stated: NilStatement[] = [];
  for (;;) {
    const last = stated.at(-1)?.subject;
    const where = { editionId, scope, span };
    const found = await reader.list<NilStatement>(nilReports.name, {
      where: last === undefined ? where : { ...where, subject: { greaterThan: last } },
      orderBy: ['subject', 'asc'],
      limit: readAtOnce,
      fields: ['subject', 'statedAt', 'withdrawn', 'earlier'],
    });
    stated.push(...found);
    if (found.length < readAtOnce) return stated;
  }
}
