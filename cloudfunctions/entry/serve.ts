import { envelope, type Outcome } from '#shared/contract/action';
import { AppError, refuse } from '#shared/contract/errors';
import { fieldProblemsOf } from '#shared/contract/field-problem';
import type { z } from '#shared/zod';
import { callerOpenid } from '../platform/caller-identity';
import { readClock } from '../platform/clock';
import { inTransaction, openDatabase } from '../platform/database';
import { digestOf, idFrom } from '../platform/digest';
import { keepAuditEntry, noteChanges } from '../store/audit';
import { membershipsOf } from '../store/memberships';
import { findDoneRequest, keepDoneRequest } from '../store/requests';
import { authorise } from './caller';
import type { Handler, ReadContext } from './handler';

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw refuse('INVALID_INPUT', { fields: fieldProblemsOf(parsed.error) });
  return parsed.data;
}

function wrong(field: string): AppError {
  return refuse('INVALID_INPUT', { fields: [{ field, problem: 'wrong', limit: null }] });
}

/** Does a write once: a request that was done is answered from what was kept of it. */
async function write(
  handler: Extract<Handler, { writes: true }>,
  { requestId, input, context }: { requestId: string; input: unknown; context: ReadContext },
): Promise<unknown> {
  const { contract } = handler;
  const { caller, now } = context;
  const id = idFrom(`${caller.openid} ${requestId}`);
  const inputDigest = digestOf(JSON.stringify(input));
  return inTransaction(async (transaction) => {
    const done = await findDoneRequest(transaction, id);
    if (done !== null) {
      if (done.action !== contract.name || done.inputDigest !== inputDigest) throw refuse('DUPLICATE', {});
      return done.reply;
    }
    const { noted, changes } = noteChanges(transaction);
    const reply = contract.reply.parse(
      await handler.run(input, { ...context, transaction: noted, newId: id }),
    );
    await keepAuditEntry(transaction, { id, at: now, action: contract.name, openid: caller.openid, changes });
    await keepDoneRequest(transaction, { id, action: contract.name, inputDigest, at: now, reply });
    return reply;
  });
}

async function answer(handlers: ReadonlyMap<string, Handler>, event: unknown, now: number): Promise<unknown> {
  const openid = callerOpenid();
  if (openid === null) throw refuse('NOT_SIGNED_IN', {});
  const { action, requestId, input: unparsed } = parse(envelope, event);
  const handler = handlers.get(action);
  if (handler === undefined) throw wrong('action');
  const { contract } = handler;
  const input = parse(contract.request, unparsed);

  const database = openDatabase();
  const caller = authorise(contract.name, openid, await membershipsOf(database, openid));
  const context = { caller, now, database };
  if (!handler.writes) return contract.reply.parse(await handler.run(input, context));
  if (requestId === undefined) throw wrong('requestId');
  return write(handler, { requestId, input, context });
}

function idIn(event: unknown): string {
  const id = (event as { requestId?: unknown } | null)?.requestId;
  return typeof id === 'string' ? id.slice(0, 32) : '';
}

/**
 * A cloud function's `main` over its actions: parses, identifies, authorises, does a write once, parses the reply.
 * An expected refusal is answered with its code; anything else is logged with the request's id and answered UNAVAILABLE.
 */
export function serve(all: readonly Handler[]): (event: unknown) => Promise<Outcome> {
  const handlers = new Map<string, Handler>(all.map((handler) => [handler.contract.name, handler]));
  return async (event) => {
    const serverNow = readClock();
    try {
      return { ok: true, serverNow, reply: await answer(handlers, event, serverNow) };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, serverNow, error: error.refusal };
      const requestId = idIn(event);
      console.error(`Request ${requestId} failed.`, error);
      return { ok: false, serverNow, error: { code: 'UNAVAILABLE', details: { requestId } } };
    }
  };
}
