import { refuse } from '#shared/refusal/errors';
import { mailSummary } from '#shared/contract/summary/mail-summary';
import { formTitle } from '#shared/official-form/official-form';
import type { Mail } from '#shared/mail/mail';
import { onSteps } from '../entry/handler';
import { requireScope } from '../work/people/review-scope';
import { keepFile } from '../platform/files';
import { privatePath } from '../platform/private-path';
import { findEdition } from '../store/edition/editions';
import { gatherMails, keepMail, queueMail, type MailToSend } from '../store/summary/mails';
import { submissionOfVersion } from '../store/summary/submissions';
import { findSummary } from '../store/summary/summaries';
import { wordMediaType } from './bulletin-file';
import { deliverMail } from './deliver-mail';
import { summaryReport } from './summary-report';
import { summaryWorkbook } from './summary-workbook';

const excelMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const mailSummaryHandler = onSteps(
  mailSummary,
  async ({ summaryId, again }, { caller, now, database, newId, step }) => {
    const summary = await findSummary(database, summaryId);
    await requireScope(caller, database, summary.scope);
    const submission = await submissionOfVersion(database, summaryId);
    if (submission?.to !== 'ministry') throw refuse('FROZEN', { state: 'not-submitted' });

    const { title, summaryMailbox } = await findEdition(database, summary.editionId);
    const { unitId, unitName } = caller.acting();
    const name = `${summary.scopeName}${title}`;
    const files = [
      {
        fileName: `${summary.scopeName}${formTitle(summary.edition)}.xlsx`,
        path: privatePath('mails', newId, 'xlsx'),
        content: await summaryWorkbook(database, summary),
        contentType: excelMediaType,
      },
      {
        fileName: `${name}工作总结.docx`,
        path: privatePath('mails', newId, 'docx'),
        content: await summaryReport(database, summary),
        contentType: wordMediaType,
      },
    ];
    const attachments: Mail['attachments'] = [];
    for (const { fileName, path, content } of files) {
      attachments.push({ fileName, fileID: await keepFile(path, content), bytes: content.length });
    }
    const about = { kind: 'summary', id: summaryId } as const;
    const queued: MailToSend = {
      editionId: summary.editionId,
      about,
      requestKey: newId,
      unitId,
      unitName,
      to: summaryMailbox,
      subject: `${name}总结和情况汇总表`,
      text: `现报送${name}工作总结和情况汇总表（第${summary.version}版），请查收附件。\n\n${unitName}`,
      attachments,
      at: now,
    };
    const { mail, isNew } = await step('queue', {
      gather: () => gatherMails(database, about),
      run: (transaction, gathered) => queueMail(transaction, queued, { again, gathered }),
    });
    if (!isNew) return { mail };

    const delivered = await deliverMail(mail, files, { now, database });
    await step('mark', (transaction) => keepMail(transaction, delivered));
    return { mail: delivered };
  },
);
