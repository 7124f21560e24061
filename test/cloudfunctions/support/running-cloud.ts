import { membershipKey, type KeptMembership, type Membership } from '#shared/people/membership';
import type { AnyAction } from '#shared/contract/action';
import type { Refusal } from '#shared/refusal/errors';
import { unitKey, type Unit } from '#shared/people/unit';
import type { z } from '#shared/zod';
import { randomBytes } from 'node:crypto';
import type { RunningProduct } from '../../../scripts/browser/running-product';
import { idFrom } from '../../../cloudfunctions/platform/digest';
import { people } from '../../../local/demo/people';
import { localHeader } from '../../../local/cloud/routes/local-header';

/**
 * The people of the demo, `visitor`, `organiser`, `city` and `bureau`, 游客、示范基地填报员、广州市工作人员、省中小企业局工作人员, the
 * two of Shenzhen, and whom a test adds.
 */
export type PersonId = string;

/** A document as the database keeps it. */
export type Kept = Record<string, unknown> & { _id: string };

/** What a function answers, before anyone looks whether it is a reply or a refusal. */
export type Answer =
  | { ok: true; serverNow: number; reply: unknown; replyAt?: string }
  | { ok: false; serverNow: number; error: Refusal }
  | { errCode: number; errMsg: string };

/** A trouble for the database: the next requests of an action, or of several, are late, fail, or both. */
export interface Trouble {
  action: string | readonly string[];
  collection?: string;
  /** How many such requests pass first. */
  skip?: number;
  times: number;
  delayMs?: number;
  errorCode?: string;
}

/** A start that finds other sources than the last build builds first. */
const longestStartMs = 90_000;

const product: { starting?: Promise<RunningProduct>; running?: RunningProduct } = {};

function running(): RunningProduct {
  if (product.running === undefined) throw new Error('The product runs only during tests');
  return product.running;
}

/** Runs the product for the tests of one file. What it prints as an error and no test expects fails the test. */
export function runTheCloud(): void {
  jest.setTimeout(30_000);
  beforeAll(async () => {
    product.starting = startFreshProduct();
    product.running = await product.starting;
  }, longestStartMs);
  afterEach(() => {
    const unexpected = product.running?.errors.splice(0) ?? [];
    if (unexpected.length > 0) throw new Error(`Unexpected output:\n${unexpected.join('\n')}`);
  });
  afterAll(async () => {
    await (await product.starting)?.stop();
  }, longestStartMs);
}

export function cloudAddress(): string {
  return running().url;
}

async function request(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${running().url}${path}`, {
    method,
    headers: body === undefined ? localHeader : { 'content-type': 'application/json', ...localHeader },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return response.json();
}

/** Sends a phone's raw words to a function; a text is sent as it is. */
export async function send(body: string | { as: string; function: string; data: unknown }): Promise<Answer> {
  const { result, error } = (await request('POST', '/local/call', body)) as {
    result?: Answer;
    error?: { errCode: number; errMsg: string };
  };
  const answer = result ?? error;
  if (answer === undefined) throw new Error('The local cloud gave no answer');
  if (!('ok' in answer) || !answer.ok || answer.replyAt === undefined) return answer;
  // A large reply, as the phone fetches it.
  const fetched = await fetch(answer.replyAt);
  return { ok: true, serverNow: answer.serverNow, reply: await fetched.json() };
}

/** How many requests of a call go to the database, whatever it answers. */
export async function databaseCallsOf<Contract extends AnyAction>(
  as: PersonId,
  contract: Contract,
  input: z.input<Contract['request']>,
): Promise<{ answer: Answer; calls: number }> {
  const data = { action: contract.name, requestId: newRequestId(), input };
  const { result, databaseCalls } = (await request('POST', '/local/call', {
    as,
    function: contract.function,
    data,
  })) as { result: Answer; databaseCalls: { total: number } };
  return { answer: result, calls: databaseCalls.total };
}

export function newRequestId(): string {
  return randomBytes(16).toString('hex');
}

/** Asks for an action as a person, and as one of the memberships of a person of several. A write gets a request id of its own, unless it repeats one. */
export function ask<Contract extends AnyAction>(
  person: PersonId,
  contract: Contract,
  input: z.input<Contract['request']>,
  requestId: string = newRequestId(),
  membershipId?: string,
): Promise<Answer> {
  const as = membershipId === undefined ? {} : { membershipId };
  const data = { action: contract.name, requestId, input, ...as };
  return send({ as: person, function: contract.function, data });
}

/** What the person got. Fails the test when it was refused. */
export async function get<Contract extends AnyAction>(
  person: PersonId,
  contract: Contract,
  input: z.input<Contract['request']>,
  requestId?: string,
  membershipId?: string,
): Promise<z.output<Contract['reply']>> {
  const answer = await ask(person, contract, input, requestId, membershipId);
  if ('ok' in answer && answer.ok) return answer.reply as z.output<Contract['reply']>;
  throw new Error(`${person} could not ${contract.name}: ${JSON.stringify(answer)}`);
}

/** Why an answer is a refusal. Fails the test when it is none. */
export function refusalIn(answer: Answer): Refusal {
  if ('ok' in answer && !answer.ok) return answer.error;
  throw new Error(`Expected a refusal: ${JSON.stringify(answer)}`);
}

/** Why the person was refused. Fails the test when nothing was refused. */
export async function refused<Contract extends AnyAction>(
  person: PersonId,
  contract: Contract,
  input: z.input<Contract['request']>,
  requestId?: string,
  membershipId?: string,
): Promise<Refusal> {
  return refusalIn(await ask(person, contract, input, requestId, membershipId));
}

/** Sets the server's clock and lets it run as time does. */
export async function runClockFrom(now: number): Promise<void> {
  await request('PUT', '/local/clock', { now, rate: 1 });
}

/** A mail as the local mail server received it. */
export interface ReceivedMail {
  id: string;
  messageId: string;
  to: string[];
  subject: string;
  text: string;
  ownHeaders: Record<string, string>;
  attachments: { name: string; bytes: number; sha256: string }[];
}

/** The mails that functions sent. */
export async function mailsReceived(): Promise<ReceivedMail[]> {
  return (await request('GET', '/local/mails')) as ReceivedMail[];
}

/** Has the mail server refuse the next mail, with a code and a text. */
export async function refuseNextMail(code: number, text: string): Promise<void> {
  await request('POST', '/local/mail-refusals', { code, text, times: 1 });
}

/** Stops the server's clock at an instant, and waits for what the timer does then. */
export async function stopClockAt(now: number): Promise<void> {
  await request('PUT', '/local/clock', { now, rate: 0 });
  await request('GET', '/local/timers/idle');
}

/** Wakes the timer now; what it answers. */
export async function wakeTheTimer(): Promise<{ ok: boolean; done: number; failed: string[] }> {
  const { result } = (await request('POST', '/local/timers/timer')) as {
    result: { ok: boolean; done: number; failed: string[] };
  };
  return result;
}

/** The subscription messages that WeChat was asked to send. */
export async function messagesSent(): Promise<{ touser: string; templateId: string; data: unknown }[]> {
  const calls = (await request('GET', '/local/open-api-calls')) as {
    apiName: string;
    parameters: { touser: string; template_id: string; data: unknown };
  }[];
  return calls
    .filter(({ apiName }) => apiName === 'subscribeMessage.send')
    .map(({ parameters: { touser, template_id: templateId, data } }) => ({ touser, templateId, data }));
}

/** Waits until every message of WeChat that was on its way is delivered, as the answers about pictures. */
export async function whenPushesArrived(): Promise<void> {
  await request('GET', '/local/pushes/idle');
}

/** Has WeChat push a message to the product. */
export async function pushMessage(message: object): Promise<void> {
  await request('POST', '/local/pushes', message);
}

/** What a function that serves no actions answers a phone that calls it all the same. */
export async function callAs(person: PersonId, functionName: string, data: object): Promise<unknown> {
  const call = { as: person, function: functionName, data };
  return ((await request('POST', '/local/call', call)) as { result?: unknown }).result;
}

/** The traces under which WeChat was asked about pictures, and in whose name, the earliest first. */
export async function pictureTraces(): Promise<{ trace: string; openid: string }[]> {
  const calls = (await request('GET', '/local/open-api-calls')) as {
    apiName: string;
    parameters: { openid: string };
    answer: { trace_id?: string };
  }[];
  return calls
    .filter(({ apiName }) => apiName === 'security.mediaCheckAsync')
    .map(({ parameters: { openid }, answer: { trace_id: trace = '' } }) => ({ trace, openid }));
}

/** Sets what a WeChat interface answers; null for the usual. */
export async function answerOf(apiName: string, answer: object | null, times?: number): Promise<void> {
  await request('POST', '/local/open-api-answers', { apiName, answer, times });
}

/** All documents of a collection. */
export async function kept(collection: string): Promise<Kept[]> {
  return (await request('GET', `/local/documents/${collection}`)) as Kept[];
}

/** The document of an id; fails the test when there is none. */
export async function keptAs(collection: string, id: string): Promise<Kept> {
  const found = (await kept(collection)).find(({ _id }) => _id === id);
  if (found === undefined) throw new Error(`${collection} has no ${id}`);
  return found;
}

/** A collection as it was at a version. */
interface SeenCollection {
  version: number;
  documents: readonly Kept[];
}

/** What was last seen of each collection, so that what has not changed is not sent and read again. */
const seen = new Map<string, SeenCollection>();

/** Everything the database holds, to compare before and after. */
export async function everythingKept(): Promise<Record<string, readonly Kept[]>> {
  const known = Object.fromEntries([...seen].map(([name, { version }]) => [name, version]));
  const changed = (await request('POST', '/local/changed-collections', known)) as Record<
    string,
    SeenCollection
  >;
  for (const [name, collection] of Object.entries(changed)) seen.set(name, collection);
  return Object.fromEntries([...seen].map(([name, { documents }]) => [name, documents]));
}

/** Puts documents into a collection behind the functions' back: what other weeks and other cities left there. */
export async function putDocuments(collection: string, documents: readonly Kept[]): Promise<void> {
  const answer = (await request('POST', `/local/documents/${collection}`, documents)) as {
    imported?: number;
  };
  if (answer.imported !== documents.length)
    throw new Error(`${collection} does not take the documents: ${JSON.stringify(answer)}`);
}

/** Takes a document away behind the functions' back. */
export async function removeDocument(collection: string, id: string): Promise<void> {
  const { removed } = (await request(
    'DELETE',
    `/local/documents/${collection}/${encodeURIComponent(id)}`,
  )) as { removed?: number };
  if (removed !== 1) throw new Error(`${collection} has no ${id} to take away`);
}

const addedOpenids = new Map<PersonId, string>();
const addedMemberships = new Map<PersonId, Membership>();

/** Somebody more who may call: a member of a unit, put there behind the functions' back, or of none. */
export async function addPerson(id: PersonId, membership: Membership | null): Promise<void> {
  const openid = `openid-of-${id}`;
  addedOpenids.set(id, openid);
  await request('POST', '/local/people', { id, label: id, openid });
  if (membership === null) return;
  addedMemberships.set(id, membership);
  await putUnitOf(membership);
  await putMembership({ openid, unitId: membership.unitId, role: membership.role });
}

/** The id of the membership of a person of the demo, or of one that a test added. */
export function membershipIdOf(person: PersonId): string {
  const membership =
    addedMemberships.get(person) ?? people.find(({ id }) => id === person)?.membership ?? null;
  if (membership === null) throw new Error(`${person} is a member of nothing`);
  return idFrom(membershipKey({ ...membership, openid: openidOf(person) }));
}

/** Makes somebody a member behind the functions' back. */
export async function putMembership(of: Pick<KeptMembership, 'openid' | 'unitId' | 'role'>): Promise<void> {
  const kept: Omit<KeptMembership, 'id'> = {
    ...of,
    alias: '',
    state: 'active',
    joinedAt: 0,
    confirmedAt: 0,
    opening: 1,
    how: 'invitation',
    endedAt: null,
  };
  await putDocuments('memberships', [{ _id: idFrom(membershipKey(of)), ...kept }]);
}

const kindOfRole = {
  organiser: '示范平台',
  city: '市级主管部门',
  editor: '省直单位',
  bureau: '省级主管部门',
} as const;

/** The unit of a member that a test adds, unless it is there: a membership has its unit's name and city from nowhere else. */
async function putUnitOf({ unitId, unitName, city, role }: Membership): Promise<void> {
  if ((await kept('units')).some(({ _id }) => _id === unitId)) return;
  const unit = exampleUnit({ id: unitId, name: unitName, city, kind: kindOfRole[role] });
  // Tests call many units the same.
  await putUnits([{ ...unit, key: `${unit.key} ${unitId}` }]);
}

/** Puts units with their names behind the functions' back. */
export async function putUnits(units: readonly Unit[]): Promise<void> {
  await putDocuments(
    'units',
    units.map(({ id: _id, ...unit }) => ({ _id, ...unit })),
  );
  await putDocuments(
    'unit-names',
    units.map(({ id, key }) => ({ _id: key, unitId: id, isFormer: false })),
  );
}

/** A unit as it is kept, in use for the first time, whose records are public as they come. */
export function exampleUnit(of: Pick<Unit, 'id' | 'name' | 'city' | 'kind'>): Unit {
  return {
    ...of,
    parentId: null,
    state: 'active',
    key: unitKey(of),
    trusted: true,
    confirmedFor: '',
    opening: 1,
    revision: 1,
    createdAt: 0,
    updatedAt: 0,
  };
}

export async function causeTrouble(trouble: Trouble): Promise<void> {
  await request('POST', '/local/faults', trouble);
}

/**
 * Makes the next transaction slow to commit, and has enough instances of a function ready,
 * so that requests sent together do meet each other.
 */
export async function makeRequestsMeet<Contract extends AnyAction>(
  person: PersonId,
  contract: Contract,
  input: z.input<Contract['request']>,
): Promise<void> {
  await Promise.all(Array.from({ length: 8 }, () => ask(person, contract, input)));
  await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
}

export async function endTroubles(): Promise<void> {
  await request('DELETE', '/local/faults');
}

const patienceMs = 2000;

/** Waits for what the functions log about a failure, which a test expects, and takes it. */
export async function loggedFailure(): Promise<string> {
  const { errors } = running();
  for (let waited = 0; errors.length === 0 && waited < patienceMs; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // A stack comes in several lines.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return errors.splice(0).join('\n');
}

/** Whether functions come to log a line that matches, other than as an error. */
export async function isLogged(expected: RegExp): Promise<boolean> {
  const { lines } = running();
  const isThere = () => lines.some((line) => expected.test(line));
  for (let waited = 0; !isThere() && waited < patienceMs; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return isThere();
}

export function openidOf(person: PersonId): string {
  const openid = addedOpenids.get(person) ?? people.find(({ id }) => id === person)?.openid;
  if (openid === undefined) throw new Error(`The demo has no ${person}`);
  return openid;
}
