import { bulletinAsked } from '../work/bulletin/asked-bulletin';
import { refuse } from '#shared/refusal/errors';
import { sendBulletin } from '#shared/contract/bulletin/send-bulletin';
import { describeDay } from '#shared/ground/guangdong-time';
import { onSteps } from '../entry/handler';
import { keepFile } from '../platform/files';
import { privatePath } from '../platform/private-path';
import { bulletinOfDayIfAny } from '../store/bulletin/bulletins';
import { gatherMails, keepMail, queueMail, type MailToSend } from '../store/summary/mails';
import { wordMediaType, writeBulletinFile } from './bulletin-file';
import { deliverMail } from './deliver-mail';

export const sendBulletinHandler = onSteps(
  sendBulletin,
  async ({ again, ...asked }, { caller, now, database, newId, step }) => {
    const { edition, day } = await bulletinAsked(caller, database, asked);
    const bulletin = await bulletinOfDayIfAny(database, { editionId: edition.id, day });
    if (bulletin?.state !== 'issued') throw refuse('FROZEN', { state: 'bulletin-open' });

    const { unitId, unitName } = caller.acting();
    const { fileName, content } = await writeBulletinFile(edition, bulletin, unitName);
    const fileID = await keepFile(privatePath('mails', newId, 'docx'), content);
    const title = `${edition.title}${edition.bodies.bureau.full}${edition.paperTitle}第${bulletin.number ?? 0}期`;
    const about = { kind: 'bulletin', id: bulletin.id } as const;
    const queued: MailToSend = {
      editionId: edition.id,
      about,
      requestKey: newId,
      unitId,
      unitName,
      to: edition.bulletinMailbox,
      subject: `${title}（${describeDay(day)}）`,
      text: `现报送${title}（${describeDay(day)}），请查收附件。\n\n${bulletin.lead}\n\n${unitName}`,
      attachments: [{ fileName, fileID, bytes: content.length }],
      at: now,
    };
    const { mail, isNew } = await step('queue', {
      gather: () => gatherMails(database, about),
      run: (transaction, gathered) => queueMail(transaction, queued, { again, gathered }),
    });
    if (!isNew) return { mail };

    const delivered = await deliverMail(mail, [{ fileName, content, contentType: wordMediaType }], {
      now,
      database,
    });
    await step('mark', (transaction) => keepMail(transaction, delivered));
    return { mail: delivered };
  },
);
