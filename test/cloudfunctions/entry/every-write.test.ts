import { isDeepStrictEqual } from 'node:util';
import { isForAnyone } from '#shared/access/rights';
import type { AnyAction } from '#shared/contract/action';
import { october } from '../../shared/example-records';
import { everyAction } from '../support/every-action';
import { addPartners, rightWrites, type RightWrite } from '../support/right-writes';
import {
  ask,
  causeTrouble,
  endTroubles,
  everythingKept,
  kept,
  loggedFailure,
  newRequestId,
  putDocuments,
  refusalIn,
  runTheCloud,
  stopClockAt,
  type Answer,
  type Kept,
  type PersonId,
} from '../support/running-cloud';
import type { ActionName } from '#shared/access/actions';

runTheCloud();

beforeAll(async () => {
  await stopClockAt(october('10 10:00'));
  await addPartners();
});
afterEach(endTroubles);

/** What the platform is asked to do when something is written. */
const writing = [
  'database.insertDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.commitTransaction',
];

/** Actions of several transactions: what one that fails kept before, stays, and the next attempt goes on from there. */
const inSteps: ReadonlySet<ActionName> = new Set<ActionName>([
  'askToConfirm',
  'checkOwnWaiting',
  'compileSummary',
  'confirmUnits',
  'continueEditionChange',
  'continueSummary',
  'importUnits',
  'keepFile',
  'mailSummary',
  'noteCalls',
  'releaseRecords',
  'sendBulletin',
]);

/** A write of any action is its record, what was done under the request's id, and the commit. */
const fewestWrites = 3;
const slowMs = 60;
/** Far longer than the action with the most writes takes on a busy machine. */
const longestMs = 90_000;
/** How long a mail that was cut off counts as on its way. */
const longestSendMs = 120_000;

interface Request {
  contract: AnyAction;
  as: PersonId;
  input: unknown;
  requestId: string;
}

type Everything = Record<string, readonly Kept[]>;

function send({ contract, as, input, requestId }: Request): Promise<Answer> {
  return ask(as, contract, input, requestId);
}

async function aRequest({ contract, stage }: RightWrite): Promise<Request> {
  return { contract, ...(await stage()), requestId: newRequestId() };
}

/** Everything but the tries that are counted on purpose, whether they succeed or not. */
async function everythingButTries(): Promise<Everything> {
  return { ...(await everythingKept()), 'rate-limits': [] };
}

async function expectUnchanged(before: Everything): Promise<void> {
  const now = await everythingButTries();
  // Two whole databases are compared often, and described only when they differ.
  if (!isDeepStrictEqual(now, before)) expect(now).toEqual(before);
}

/** Tries that failed count as well; here they are forgiven, so that there can be as many as there are writes. */
async function forgiveTries(): Promise<void> {
  const tries = await kept('rate-limits');
  await putDocuments(
    'rate-limits',
    tries.map((each) => ({ ...each, count: 0 })),
  );
}

/** Sends a request and lets a write of it fail: the first, the second, … counted from 0. */
async function sendAndFail(request: Request, write: number): Promise<Answer> {
  await causeTrouble({ action: writing, skip: write, times: 1, errorCode: 'DATABASE_REQUEST_FAILED' });
  const answer = await send(request);
  await endTroubles();
  return answer;
}

/** The same on a database that is slow in one of the last writes, if it comes so far. How long the answer took. */
async function sendSlowlyAndFail(request: Request, write: number): Promise<[Answer, number]> {
  const began = performance.now();
  await causeTrouble({ action: writing, skip: write, times: 1, errorCode: 'DATABASE_REQUEST_FAILED' });
  await causeTrouble({
    action: 'database.insertDocument',
    collection: 'requests',
    times: 1,
    delayMs: slowMs,
  });
  const answer = await send(request);
  await endTroubles();
  return [answer, performance.now() - began];
}

function isDone(answer: Answer): boolean {
  return 'ok' in answer && answer.ok;
}

function expectUnavailable(answer: Answer, { requestId }: Request): void {
  expect(refusalIn(answer)).toEqual({ code: 'UNAVAILABLE', details: { requestId } });
}

/** Each failure was logged with its request's id, and nothing else was. */
async function expectLogged({ requestId }: Request, times: number): Promise<void> {
  const logged = await loggedFailure();
  expect(logged.match(new RegExp(`Request ${requestId} failed`, 'g'))).toHaveLength(times);
  expect(logged.match(/ (failed|rejected|could not be)\b/g)).toHaveLength(times);
}

function replyIn(answer: Answer): unknown {
  if ('ok' in answer && answer.ok) return answer.reply;
  throw new Error(`Expected a reply: ${JSON.stringify(answer)}`);
}

/** Sent again, what was done is answered alike and not done again. */
async function expectDoneOnce(request: Request, answer: Answer): Promise<void> {
  const before = await everythingButTries();
  expect(replyIn(await send(request))).toEqual(replyIn(answer));
  await expectUnchanged(before);
}

/** The audit's entries since an earlier look. */
function entriesSince(before: Everything, now: Everything): Kept[] {
  const known = new Set(before.audit?.map(({ _id }) => _id));
  return (now.audit ?? []).filter(({ _id }) => !known.has(_id));
}

/** The request's writes fail one by one until it succeeds: each time everything is as before. How many there were. */
async function failEachWrite(
  request: Request,
  before: Everything,
): Promise<{ failed: number; done: Answer }> {
  for (let failed = 0; ; failed += 1) {
    const [answer, tookMs] = await sendSlowlyAndFail(request, failed);
    if (isDone(answer)) {
      expect(tookMs).toBeGreaterThan(slowMs);
      return { failed, done: answer };
    }
    expectUnavailable(answer, request);
    await expectUnchanged(before);
    await forgiveTries();
  }
}

/** In one transaction the action is whole or not at all. */
async function expectWholeOrNothing(write: RightWrite): Promise<void> {
  const request = await aRequest(write);
  const before = await everythingButTries();
  const { failed, done } = await failEachWrite(request, before);
  await expectLogged(request, failed);
  expect(failed).toBeGreaterThanOrEqual(fewestWrites);
  await expectDoneOnce(request, done);
  const entries = entriesSince(before, await everythingButTries());
  const { name } = write.contract;
  if (isForAnyone(name)) expect(entries.length).toBeLessThan(2);
  else expect(entries).toMatchObject([{ action: name }]);
}

/** Sends a request again; waits out what a mail that was cut off has others wait for. */
async function sendUntilDone(request: Request): Promise<Answer> {
  const answer = await send(request);
  if (!('ok' in answer) || answer.ok) return answer;
  expect(refusalIn(answer)).toEqual({ code: 'FROZEN', details: { state: 'mail-queued' } });
  await stopClockAt(answer.serverNow + longestSendMs);
  return send(request);
}

/**
 * What the timer keeps and clears away, which wakes when a mail is waited for; the audit, which is checked by itself; and guards,
 * which are made once for whatever is decided from a set.
 */
const besideTheAction: ReadonlySet<string> = new Set([
  'bulletins',
  'snapshots',
  'visible-changes',
  'timer-jobs',
  'outbox',
  'audit',
  'audit-heads',
  'guards',
]);

/** How many documents each collection has more than before. */
function growth(before: Everything, now: Everything): Record<string, number> {
  const sizes = Object.entries(now).map(
    ([name, documents]) => [name, documents.length - (before[name]?.length ?? 0)] as const,
  );
  return Object.fromEntries(sizes.filter(([name, more]) => more !== 0 && !besideTheAction.has(name)));
}

/** Lets one write fail and sends the request again, until it is done: whether there was such a write, and what was kept in the end. */
async function failAndGoOn(
  write: RightWrite,
  failing: number,
): Promise<{ hasFailed: boolean; grown: Record<string, number> }> {
  const request = await aRequest(write);
  const before = await everythingButTries();
  const first = await sendAndFail(request, failing);
  if (!isDone(first)) {
    expectUnavailable(first, request);
    await expectLogged(request, 1);
  }
  await expectDoneOnce(request, isDone(first) ? first : await sendUntilDone(request));
  const now = await everythingButTries();
  const entries = entriesSince(before, now);
  const changes = entries.map(({ key, changes }) => JSON.stringify({ key, changes }));
  expect(changes).toEqual([...new Set(changes)]);
  expect(changes).not.toEqual([]);
  return { hasFailed: !isDone(first), grown: growth(before, now) };
}

/**
 * In several transactions the action may be half done when it fails; sent again it goes on, does no step twice, and keeps in the
 * end what it keeps when nothing fails.
 */
async function expectToGoOn(write: RightWrite): Promise<void> {
  const grown: Record<string, number>[] = [];
  let failed = 0;
  for (let isFailing = true; isFailing;) {
    const attempt = await failAndGoOn(write, failed);
    grown.push(attempt.grown);
    isFailing = attempt.hasFailed;
    if (isFailing) failed += 1;
  }
  expect(failed).toBeGreaterThan(fewestWrites);
  expect(grown).toEqual(grown.map(() => grown.at(-1)));

  const request = await aRequest(write);
  const [answer, tookMs] = await sendSlowlyAndFail(request, failed + 1);
  replyIn(answer);
  expect(tookMs).toBeGreaterThan(slowMs);
}

test('every writing action is here, once', () => {
  const names = everyAction.filter(({ writes }) => writes).map(({ name }) => name);
  expect(rightWrites.map(({ contract }) => contract.name).sort()).toEqual(names);
});

describe('whichever of its writes fails, and on a slow database', () => {
  test.each(rightWrites.map((each) => [each.contract.name, each] as const))(
    '%s is done once, by repeating it',
    (name, write) => (inSteps.has(name) ? expectToGoOn(write) : expectWholeOrNothing(write)),
    // A summary has many writes, each of which fails once.
    longestMs,
  );
});
