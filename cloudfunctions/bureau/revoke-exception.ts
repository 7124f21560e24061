import { refuse } from '#shared/contract/errors';
import { revokeException } from '#shared/contract/revoke-exception';
import { onWrite } from '../entry/handler';
import { findException, keepException } from '../store/bulletin-exceptions';
import { editionTakingRecords } from '../store/editions';

export const revokeExceptionHandler = onWrite(revokeException, async ({ id }, { now, transaction }) => {
  await editionTakingRecords(transaction);
  const exception = await findException(transaction, id);
  if (exception.usedAt !== null) throw refuse('FROZEN', { state: 'exception-used' });
  if (exception.revokedAt !== null) return { exception };
  const revoked = { ...exception, revokedAt: now };
  await keepException(transaction, revoked);
  return { exception: revoked };
});
