import type { Notice } from '#shared/notice/notice';
import { refuse } from '#shared/refusal/errors';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

export const notices: Collection = {
  name: 'notices',
  indexes: [indexOn('to', 'stands', 'at'), indexOn('at')],
  unaudited: 'trace',
  erasedBy: 'at',
};

const mostShown = 50;

/** The notices for one addressee that stand, the latest first. */
export function standingNotices(reader: Reader, to: string): Promise<Notice[]> {
  return reader.list<Notice>(notices.name, {
    where: { to, stands: true },
    orderBy: ['at', 'desc'],
    limit: mostShown,
  });
}

/** One notice; null when there is none of that id. */
export function findNoticeIfAny(finder: Finder, id: string): Promise<Notice | null> {
  return finder.find<Notice>(notices.name, id);
}

/** One notice. NOT_FOUND when there is none of that id. */
export async function findNotice(finder: Finder, id: string): Promise<Notice> {
  const found = await findNoticeIfAny(finder, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'notice' });
  return found;
}

export async function keepNotice(transaction: Transaction, notice: Notice): Promise<void> {
  await transaction.replace(notices.name, notice);
}
