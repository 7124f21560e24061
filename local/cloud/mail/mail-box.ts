import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { DurableStore } from '../store/durable-store';

/** A mail as it arrived. */
export interface KeptMail {
  id: string;
  /** By the simulated clock, UTC milliseconds. */
  at: number;
  from: string;
  to: string[];
  /** The whole message, as the server received it. */
  raw: string;
}

/** A mail as people read it. */
export interface ReadMail extends Omit<KeptMail, 'raw'> {
  messageId: string;
  subject: string;
  text: string;
  /** The lines of its own that the sender put into the head (`X-…`), by their names in small letters. */
  ownHeaders: Record<string, string>;
  attachments: { name: string; mediaType: string; bytes: number; sha256: string }[];
}

const largestMail = 50 * 1024 * 1024;

/** An SMTP error: its code tells the sender whether trying again makes sense. */
class Refused extends Error {
  constructor(
    readonly responseCode: number,
    text: string,
  ) {
    super(text);
  }
}

/** A mail server that takes mail for everyone and delivers it to nobody: it keeps it and shows it. */
export class MailBox {
  readonly #mails: KeptMail[] = [];
  readonly #server: SMTPServer;
  #refusals: { code: number; text: string; times: number } | undefined;

  constructor(
    private readonly store: DurableStore,
    private readonly now: () => number,
    log: (line: string) => void,
  ) {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: largestMail,
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          this.#keep({ from, to: rcptTo.map(({ address }) => address) }, Buffer.concat(chunks)).then(
            () => {
              callback(null, 'kept');
            },
            (error: unknown) => {
              callback(error as Error);
            },
          );
        });
      },
    });
    // A sender that hangs up is its own business; anything else is ours.
    this.#server.on('error', (error) => {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') log(`邮件服务出错：${error.message}`);
    });
  }

  /** Takes over a mail that the store holds. */
  load(text: string): void {
    this.#mails.push(JSON.parse(text) as KeptMail);
    this.#mails.sort((one, other) => one.at - other.at);
  }

  /** Begins to listen on a free port; gives the address for senders. */
  async start(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    const { port } = this.#server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  /** Refuses the next mails, as a server does that is full or does not know the address. */
  refuseNext(refusal: { code: number; text: string; times: number }): void {
    this.#refusals = { ...refusal };
  }

  /** The mails, the earliest first. */
  async read(): Promise<ReadMail[]> {
    return Promise.all(this.#mails.map(toReadMail));
  }

  /** One attachment of a mail; undefined when there is none. */
  async attachment(id: string, index: number): Promise<ParsedMail['attachments'][number] | undefined> {
    const mail = this.#mails.find((each) => each.id === id);
    return mail && (await parse(mail)).attachments[index];
  }

  async #keep(envelope: { from: string; to: string[] }, content: Buffer): Promise<void> {
    if (this.#refusals) {
      const { code, text } = this.#refusals;
      this.#refusals.times -= 1;
      if (this.#refusals.times <= 0) this.#refusals = undefined;
      throw new Refused(code, text);
    }
    const mail: KeptMail = { id: randomUUID(), at: this.now(), ...envelope, raw: content.toString('latin1') };
    await this.store.commit([{ key: ['mail', mail.id], value: JSON.stringify(mail) }]);
    this.#mails.push(mail);
  }
}

function parse({ raw }: KeptMail): Promise<ParsedMail> {
  return simpleParser(Buffer.from(raw, 'latin1'));
}

async function toReadMail(mail: KeptMail): Promise<ReadMail> {
  const { subject = '', text = '', messageId = '', attachments, headers } = await parse(mail);
  const { id, at, from, to } = mail;
  return {
    id,
    at,
    from,
    to,
    messageId,
    subject,
    text,
    ownHeaders: Object.fromEntries(
      [...headers].flatMap(([name, value]) =>
        name.startsWith('x-') && typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
    attachments: attachments.map(({ filename = '', contentType, size, content }) => ({
      name: filename,
      mediaType: contentType,
      bytes: size,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  };
}
