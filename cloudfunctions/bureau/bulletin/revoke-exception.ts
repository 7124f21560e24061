import { refuse } from '#shared/refusal/errors';
import { revokeException } from '#shared/contract/bulletin/revoke-exception';
import { onDecidedWrite } from '../../entry/handler';
import { findException, keepException, unitOfException } from '../../store/bulletin/bulletin-exceptions';
import { recompileUnlessIssued } from '../../store/bulletin/bulletins';
import { requireOpenEdition } from '../../store/edition/editions';

export const revokeExceptionHandler = onDecidedWrite(revokeException, {
  gather: ({ id }, { database }) => unitOfException(database, id),
  run: async ({ id }, { now, transaction }, unit) => {
    const exception = await findException(transaction, unit, id);
    await requireOpenEdition(transaction, exception.editionId);
    if (exception.usedAt !== null) throw refuse('FROZEN', { state: 'exception-used' });
    if (exception.revokedAt !== null) return { exception };
    const revoked = { ...exception, revokedAt: now };
    await keepException(transaction, revoked);
    await recompileUnlessIssued(transaction, exception, now);
    return { exception: revoked };
  },
});
