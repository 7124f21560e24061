import { mayRefuse, type ActionsOf, type FunctionName } from '#shared/access/actions';
import { isForAnyone } from '#shared/access/rights';
import { envelope, type Outcome } from '#shared/contract/action';
import { AppError, refuse, wrongField, type ErrorCode } from '#shared/refusal/errors';
import { fieldProblemsOf } from '#shared/refusal/field-problem';
import type { z } from '#shared/zod';
import { callerOpenid } from '../platform/caller-identity';
import { readClock } from '../platform/clock';
import { inTransaction, openDatabase, type Finder } from '../platform/database';
import { digestOf, idFrom } from '../platform/digest';
import { membershipsOf } from '../store/people/memberships';
import { findDoneRequest, keepDoneRequest } from '../store/requests';
import { audited, inAuditedTransaction, seenHeads } from './audited';
import { authorise } from './caller';
import { deliverReply } from './deliver-reply';
import type { Handler, ReadContext, Step, StepsContext } from './handler';

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw refuse('INVALID_INPUT', { fields: fieldProblemsOf(parsed.error) });
  return parsed.data;
}

/** What was done under a request's id before; null when nothing was. A refusal when something else was. */
async function doneBefore(
  reader: Finder,
  { id, action, inputDigest }: { id: string; action: string; inputDigest: string },
): Promise<{ reply: unknown } | null> {
  const done = await findDoneRequest(reader, id);
  if (done === null) return null;
  if (done.action !== action || done.inputDigest !== inputDigest) throw refuse('DUPLICATE', {});
  return { reply: done.reply };
}

/** Does a write once: a request that was done is answered from what was kept of it. */
async function write(
  handler: Extract<Handler, { kind: 'write' | 'steps' }>,
  { requestId, input, context }: { requestId: string; input: unknown; context: ReadContext },
): Promise<unknown> {
  const { contract } = handler;
  const { caller, now, database } = context;
  const id = idFrom(`${caller.openid} ${requestId}`);
  const acting = isForAnyone(contract.name) ? null : caller.acting();
  const inputDigest = digestOf(JSON.stringify([acting?.id ?? null, input]));
  const request = { id, action: contract.name, inputDigest };
  const doing = {
    key: id,
    at: now,
    action: contract.name,
    openid: acting === null ? null : caller.openid,
    unitId: acting?.unitId ?? null,
    role: acting?.role ?? null,
  };
  const before = await doneBefore(database, request);

  if (handler.kind === 'steps') {
    if (before !== null) return before.reply;
    const step: StepsContext['step'] = (name, work) =>
      inAuditedTransaction({ ...doing, key: `${id} ${name}` }, work);
    const reply = contract.reply.parse(await handler.run(input, { ...context, newId: id, step }));
    await inTransaction(async (transaction) => {
      if ((await doneBefore(transaction, request)) === null)
        await keepDoneRequest(transaction, { ...request, at: now, reply });
    });
    return reply;
  }

  if (before !== null) return handler.reply(before.reply);
  const prepared = await handler.prepare(input, context);
  const kept = await inTransaction({
    gather: async () => ({ seen: await seenHeads(), facts: await handler.gather(input, context) }),
    run: async (transaction, { seen, facts }) => {
      const meanwhile = await doneBefore(transaction, request);
      if (meanwhile !== null) return meanwhile.reply;
      const done = await audited(transaction, { ...doing, seen }, (noted) =>
        handler.run(input, { caller, now, transaction: noted, newId: id }, prepared, facts),
      );
      await keepDoneRequest(transaction, { ...request, at: now, reply: done });
      return done;
    },
  });
  const follow: Step = (name, work) =>
    inAuditedTransaction(
      { key: `${id} ${name}`, at: now, action: followUps, openid: null, unitId: null, role: null },
      work,
    );
  await followUp(() => handler.afterwards(kept, { now, database, step: follow }));
  return handler.reply(kept);
}

/** What the audit calls the steps that follow from a write: nobody asked for them, as for the timer's. */
const followUps = 'follow-up';

/** What follows from a write that is kept: cut off here, it is the timer's to do, and the write is done all the same. */
async function followUp(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.warn('What follows from a write is left to the timer.', error);
  }
}

async function answer(handlers: ReadonlyMap<string, Handler>, event: unknown, now: number): Promise<unknown> {
  const openid = callerOpenid();
  if (openid === null) throw refuse('NOT_SIGNED_IN', {});
  const { action, requestId, membershipId, input: unparsed } = parse(envelope, event);
  const handler = handlers.get(action);
  if (handler === undefined) throw wrongField('action', 'wrong');
  const { contract } = handler;

  const database = openDatabase();
  const caller = authorise(contract.name, openid, await membershipsOf(database, openid), membershipId);
  // Only now: who may not do an action learns nothing of its shape.
  const input = parse(contract.request, unparsed);
  const context = { caller, now, database };
  if (handler.kind === 'read') return contract.reply.parse(await handler.run(input, context));
  if (requestId === undefined) throw wrongField('requestId', 'wrong');
  return write(handler, { requestId, input, context });
}

function idIn(event: unknown): string {
  const id = (event as { requestId?: unknown } | null)?.requestId;
  return typeof id === 'string' ? id.slice(0, 32) : '';
}

/** The person is answered all the same; whoever keeps the table of actions has to be told. */
function noteUnlisted(handlers: ReadonlyMap<string, Handler>, event: unknown, code: ErrorCode): void {
  const action = (event as { action?: unknown } | null)?.action;
  const handler = typeof action === 'string' ? handlers.get(action) : undefined;
  if (handler !== undefined && !mayRefuse(handler.contract.name, code))
    console.error(
      `${handler.contract.name} refuses with ${code}, which its row of the actions does not say.`,
    );
}

/**
 * A cloud function's `main` over its actions, all that the table gives it: identifies, authorises, parses, does a write once, parses
 * the reply. An expected refusal is answered with its code; anything else is logged with the request's id and answered UNAVAILABLE.
 */
export function serve<Served extends FunctionName>(
  _served: Served,
  all: { [Name in ActionsOf<Served>]: Handler<Name> },
): (event: unknown) => Promise<Outcome> {
  const handlers = new Map(Object.entries<Handler>(all));
  return async (event) => {
    const serverNow = readClock();
    try {
      return await deliverReply(serverNow, await answer(handlers, event, serverNow));
    } catch (error) {
      if (error instanceof AppError) {
        noteUnlisted(handlers, event, error.refusal.code);
        return { ok: false, serverNow, error: error.refusal };
      }
      const requestId = idIn(event);
      console.error(`Request ${requestId} failed.`, error);
      return { ok: false, serverNow, error: { code: 'UNAVAILABLE', details: { requestId } } };
    }
  };
}
