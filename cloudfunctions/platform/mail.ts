import nodemailer from 'nodemailer';
import { optionalSetting } from './settings';

export interface MailAttachment {
  fileName: string;
  content: Buffer;
  contentType: string;
}

export interface OutgoingMail {
  /** Follows from what the mail is about, so that a mail that arrives twice is seen to be one. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  attachments: readonly MailAttachment[];
  /** Header lines beside the usual. */
  headers: Readonly<Record<string, string>>;
}

/** Why a mail did not go out: no server is set up, it does not answer, or it refuses. Whether to try again is a person's choice. */
export class MailFailure extends Error {
  constructor(
    readonly reason: 'not-set-up' | 'unreachable' | 'refused',
    /** What the server said, or why it could not be reached. */
    readonly answer: string,
    options?: ErrorOptions,
  ) {
    super(`OutgoingMail ${reason}: ${answer}`, options);
    this.name = 'MailFailure';
  }
}

/** Less than the function's own time limit, so that a slow server is told apart from a lost call. */
const patienceMs = 15_000;

/**
 * Sends one mail over SMTP and gives the server's answer to it. Throws MailFailure when the server did not take it.
 * A mail that was taken may still have been lost from sight when the function dies before it says so: whoever keeps mails
 * marks them before and after.
 */
export async function sendMail({
  messageId,
  to,
  subject,
  text,
  attachments,
  headers,
}: OutgoingMail): Promise<{ response: string }> {
  const url = optionalSetting('SMTP_URL');
  const from = optionalSetting('MAIL_FROM');
  if (url === null || from === null) throw new MailFailure('not-set-up', 'SMTP_URL, MAIL_FROM');
  const transport = nodemailer.createTransport(url, {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as object);
  try {
    const { response } = await transport.sendMail({
      from,
      to,
      subject,
      text,
      headers: { ...headers },
      messageId: `<${messageId}@shuangchuangzhou>`,
      attachments: attachments.map(({ fileName, content, contentType }) => ({
        filename: fileName,
        content,
        contentType,
      })),
    });
    return { response };
  } catch (error) {
    const { responseCode, response, message } = error as Error & { responseCode?: number; response?: string };
    throw responseCode === undefined
      ? new MailFailure('unreachable', message, { cause: error })
      : new MailFailure('refused', response ?? message, { cause: error });
  } finally {
    transport.close();
  }
}
