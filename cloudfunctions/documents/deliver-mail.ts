import type { Mail } from '#shared/mail/mail';
import type { Database } from '../platform/database';
import { MailFailure, sendMail, type MailAttachment } from '../platform/mail';
import { auditHeadsCopy } from '../store/audit/audit-heads';

const reasons: Record<MailFailure['reason'], string> = {
  'not-set-up': '还没有设置发信服务器，请联系技术人员。',
  unreachable: '发信服务器没有应答，请稍后重发。',
  refused: '发信服务器拒绝了这封邮件，请核对收件地址后重发。',
};

/** Sends a queued mail and tells what became of it: sent, with the server's answer, or failed, and why (发送结果). */
export async function deliverMail(
  mail: Mail,
  attachments: readonly MailAttachment[],
  { now, database }: { now: number; database: Database },
): Promise<Mail> {
  // Whoever receives it holds the ends of the audit's chains as they were.
  const headers = { 'X-Audit-Heads': await auditHeadsCopy(database) };
  try {
    const { to, subject, text } = mail;
    const { response } = await sendMail({ messageId: mail.id, to, subject, text, attachments, headers });
    return { ...mail, state: 'sent', sentAt: now, response };
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    return { ...mail, state: 'failed', response: error.answer, error: reasons[error.reason] };
  }
}
