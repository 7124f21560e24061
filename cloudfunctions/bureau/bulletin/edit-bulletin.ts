import { bulletinToChange } from '../../work/bulletin/asked-bulletin';
import { arrangeBulletin } from '#shared/bulletin/compose-bulletin';
import { editBulletin } from '#shared/contract/bulletin/edit-bulletin';
import { refuse, wrongField } from '#shared/refusal/errors';
import { onPreparedWrite } from '../../entry/handler';
import { checkText } from '../../platform/content-check';
import { compiledBulletin, keepBulletin } from '../../store/bulletin/bulletins';

export const editBulletinHandler = onPreparedWrite(
  editBulletin,
  async ({ lead, note }, { caller }) => {
    for (const [field, text] of Object.entries({ lead, note })) {
      if ((await checkText(caller.openid, [text])) === 'rejected')
        throw refuse('CONTENT_REJECTED', { field });
    }
  },
  async ({ revision, order, lead, note, ...asked }, { caller, now, transaction }) => {
    const of = await bulletinToChange(caller, transaction, asked);
    const kept = await compiledBulletin(transaction, { ...of, revision });
    const choice = arrangeBulletin(kept, of.edition, { order, lead });
    if (choice === null) {
      throw wrongField('order', 'not-a-choice');
    }
    const edited = { ...kept, ...choice, note, revision: revision + 1, updatedAt: now };
    await keepBulletin(transaction, edited);
    return { bulletin: edited };
  },
);
