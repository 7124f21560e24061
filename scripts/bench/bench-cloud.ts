import { localHeader } from '../../local/cloud/routes/local-header';
import { randomBytes } from 'node:crypto';
import type { Action, AnyAction } from '#shared/contract/action';
import { instantOf, type Day, type TimeOfDay } from '#shared/ground/guangdong-time';
import { z } from '#shared/zod';
import type { ActionName } from '#shared/access/actions';

/** What a person asks for, as the phone would. */
export interface Request {
  as: string;
  input: unknown;
}

/** A function's answer, as it came. */
export interface Answer {
  result: unknown;
  /** How long the result is as text. */
  bytes: number;
  /** How often the function asked the database for something; null when the local cloud does not count. */
  databaseCalls: number | null;
}

const envelope = z.object({
  result: z.unknown(),
  error: z.unknown().optional(),
  databaseCalls: z.object({ total: z.int() }).optional(),
});
const done = z.object({ ok: z.literal(true), reply: z.unknown() });
const uploaded = z.object({ fileID: z.string() });
const documents = z.array(z.looseObject({ _id: z.string() }));

/** What the action gave; throws when it was refused. */
export function replyIn({ result }: Answer): unknown {
  return done.parse(result).reply;
}

/** The running product, as the benchmark talks to it: every call throws when it is refused. */
export class BenchCloud {
  #people = 0;

  constructor(private readonly url: string) {}

  /** Calls a function with whatever data. */
  async callFunction(as: string, name: string, data: object): Promise<Answer> {
    const response = await this.#send('POST', '/local/call', { as, function: name, data });
    const text = await response.text();
    const { result, error, databaseCalls } = envelope.parse(JSON.parse(text));
    if (error !== undefined) throw new Error(`${name}: ${text}`);
    const bytes = Buffer.byteLength(JSON.stringify(result));
    return { result, bytes, databaseCalls: databaseCalls?.total ?? null };
  }

  /** Asks for an action. */
  async ask({ function: name, name: action }: AnyAction, { as, input }: Request): Promise<Answer> {
    const requestId = randomBytes(16).toString('hex');
    const answer = await this.callFunction(as, name, { action, requestId, input });
    if (!done.safeParse(answer.result).success)
      throw new Error(`${as} could not ${action}: ${JSON.stringify(answer.result)}`);
    return answer;
  }

  /** What a person gets for an action. */
  async get<Input extends z.ZodType, Reply extends z.ZodType>(
    as: string,
    contract: Action<ActionName, Input, Reply>,
    input: z.input<Input>,
  ): Promise<z.output<Reply>> {
    return contract.reply.parse(replyIn(await this.ask(contract, { as, input })));
  }

  /** Somebody who is no member anywhere: the id to call as. */
  async newPerson(): Promise<string> {
    this.#people += 1;
    const id = `bench-person-${this.#people}`;
    await this.#send('POST', '/local/people', { id, label: id, openid: `bench-openid-${this.#people}` });
    return id;
  }

  /** Puts documents into a collection, behind the functions' back. */
  async put(collection: string, all: readonly object[]): Promise<void> {
    for (let from = 0; from < all.length; from += 1000)
      await this.#send('POST', `/local/documents/${collection}`, all.slice(from, from + 1000));
  }

  async kept(collection: string): Promise<z.infer<typeof documents>> {
    const response = await this.#send('GET', `/local/documents/${collection}`);
    return documents.parse(await response.json());
  }

  /** Stops the cloud's clock at a minute of a day, and waits for what the timer does then. */
  async stopClockAt(day: Day, time: TimeOfDay, seconds = 0): Promise<void> {
    await this.#send('PUT', '/local/clock', { now: instantOf(day, time) + seconds * 1000, rate: 0 });
    await this.#send('GET', '/local/timers/idle');
  }

  async wakeTheTimer(): Promise<void> {
    await this.#send('POST', '/local/timers/timer', {});
  }

  /** Has a request to the database fail, after so many of its kind. */
  async failOnce(action: string, skip: number): Promise<void> {
    await this.#send('POST', '/local/faults', {
      action,
      skip,
      times: 1,
      errorCode: 'DATABASE_REQUEST_FAILED',
    });
  }

  /** Uploads bytes under a path: the file's id. */
  async upload(as: string, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const query = new URLSearchParams({ path, as }).toString();
    const response = await fetch(`${this.url}/local/upload?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...localHeader },
      body: bytes,
    });
    return uploaded.parse(await response.json()).fileID;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...localHeader, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}
