import { refuse } from '#shared/refusal/errors';
import type { Feedback } from '#shared/feedback/feedback';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { keyedHashOf } from '../../platform/keyed-hash';
import { indexOn, type Collection } from '../collection';

export const feedbackCollection: Collection = {
  name: 'feedback',
  indexes: [indexOn('editionId', 'isAnswered', 'at')],
};

/** Who wrote what, so that the answer finds them: apart from the text, and erased after the edition. */
interface Authorship {
  /** The feedback. */
  id: string;
  person: string;
  editionId: string;
  at: number;
}
export const feedbackAuthors: Collection = {
  name: 'feedback-authors',
  indexes: [indexOn('person', 'at'), indexOn('editionId', '_id')],
  unaudited: 'trace',
  erasedBy: 'editionId',
};

const mostOwn = 50;

function personOf(openid: string): string {
  return keyedHashOf('feedback', openid);
}

export async function insertFeedback(
  transaction: Transaction,
  feedback: Feedback,
  openid: string,
): Promise<void> {
  const { id, editionId, at } = feedback;
  const author: Authorship = { id, person: personOf(openid), editionId, at };
  await transaction.insert(feedbackCollection.name, feedback);
  await transaction.insert(feedbackAuthors.name, author);
}

/** NOT_FOUND when there is none of that id. */
export async function findFeedback(reader: Finder, id: string): Promise<Feedback> {
  const found = await reader.find<Feedback>(feedbackCollection.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'feedback' });
  return found;
}

export async function replaceFeedback(transaction: Transaction, changed: Feedback): Promise<void> {
  await transaction.replace(feedbackCollection.name, changed);
}

/** What a person wrote, the latest first. */
export async function feedbackOf(reader: Reader, openid: string): Promise<Feedback[]> {
  const own = await reader.list<Authorship>(feedbackAuthors.name, {
    where: { person: personOf(openid) },
    orderBy: ['at', 'desc'],
    limit: mostOwn,
  });
  if (own.length === 0) return [];
  return Promise.all(own.map(({ id }) => findFeedback(reader, id)));
}

/** What came before there was an edition belongs to none (不属任何一届). */
export const noEdition = '';

/** What was written in an edition, or before there was any, the latest first. */
export function feedbackOfEdition(
  reader: Reader,
  query: { editionId: string | null; isAnswered: boolean; before: number | null; size: number },
): Promise<Feedback[]> {
  const { editionId, isAnswered, before, size } = query;
  return reader.list<Feedback>(feedbackCollection.name, {
    where: {
      editionId: editionId === null ? noEdition : { oneOf: [editionId, noEdition] },
      isAnswered,
      ...(before === null ? {} : { at: { lessThan: before } }),
    },
    orderBy: ['at', 'desc'],
    limit: size,
  });
}
