import { bulletinToChange } from '../../work/bulletin/asked-bulletin';
import { problemWithUntil, type BulletinException } from '#shared/bulletin/bulletin-exception';
import { wrongField } from '#shared/refusal/errors';
import { grantException } from '#shared/contract/bulletin/grant-exception';
import { onWrite } from '../../entry/handler';
import { keepException } from '../../store/bulletin/bulletin-exceptions';
import { reopenBulletin } from '../../store/bulletin/bulletins';
import { findUnit } from '../../store/unit/units';

export const grantExceptionHandler = onWrite(
  grantException,
  async ({ unitId, until, reason, ...asked }, { caller, now, transaction, newId }) => {
    const { edition, day } = await bulletinToChange(caller, transaction, asked);
    const unit = await findUnit(transaction, unitId);
    await reopenBulletin(transaction, { edition, day, now });
    const problem = problemWithUntil(edition, { day, until }, now);
    if (problem !== null) throw wrongField('until', problem);
    const exception: BulletinException = {
      id: newId,
      editionId: edition.id,
      unitId: unit.id,
      unitName: unit.name,
      unitCity: unit.city,
      day,
      until,
      reason,
      grantedAt: now,
      usedAt: null,
      revokedAt: null,
    };
    await keepException(transaction, exception);
    return { exception };
  },
);
