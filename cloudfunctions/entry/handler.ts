import type { ActionName } from '#shared/access/rights';
import type { Action, AnyAction } from '#shared/contract/action';
import type { z } from '#shared/zod';
import type { Database, Transaction } from '../platform/database';
import type { Caller } from './caller';

export interface ReadContext {
  caller: Caller;
  /** When the request was received, by the server's clock. */
  now: number;
  database: Database;
}

export interface WriteContext extends ReadContext {
  /** Everything a write keeps goes through here: all of it is kept, with its audit entry, or none. */
  transaction: Transaction;
  /** An id for the one thing the request makes; sent twice, the request makes the same one. */
  newId: string;
}

/** What an action of several steps works with: a step is a transaction of its own, kept with its audit entry. */
export interface StepsContext extends ReadContext {
  newId: string;
  /** Runs one step. Between steps the action may do what no transaction takes back: send a mail, keep a file. */
  step: <T>(name: string, work: (transaction: Transaction) => Promise<T>) => Promise<T>;
}

/** An action with what it does. */
export type Handler =
  | { contract: AnyAction; kind: 'read'; run(input: unknown, context: ReadContext): Promise<unknown> }
  | {
      contract: AnyAction;
      kind: 'write';
      prepare(input: unknown, context: ReadContext): Promise<unknown>;
      /** What is kept of what was done, to answer a repetition from. */
      run(input: unknown, context: WriteContext, prepared: unknown): Promise<unknown>;
      /** The answer that follows from what is kept. */
      reply(kept: unknown): unknown;
    }
  | { contract: AnyAction; kind: 'steps'; run(input: unknown, context: StepsContext): Promise<unknown> };

/** Binds a reading action to its function. The input is parsed by the contract before, the reply after. */
export function onRead<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  contract: Action<Name, Request, Reply>,
  run: (input: z.output<Request>, context: ReadContext) => Promise<z.input<Reply>>,
): Handler {
  return { contract, kind: 'read', run: (input, context) => run(input as z.output<Request>, context) };
}

/** Binds a writing action to its function, which may run more than once before one run is kept. */
export function onWrite<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  contract: Action<Name, Request, Reply>,
  run: (input: z.output<Request>, context: WriteContext) => Promise<z.input<Reply>>,
): Handler {
  return onPreparedWrite(contract, () => Promise.resolve(), run);
}

/**
 * Binds a writing action that first asks something outside the database, once, before its transaction: the content check,
 * or how often somebody has tried.
 */
export function onPreparedWrite<
  Name extends ActionName,
  Request extends z.ZodType,
  Reply extends z.ZodType,
  Prepared,
>(
  contract: Action<Name, Request, Reply>,
  prepare: (input: z.output<Request>, context: ReadContext) => Promise<Prepared>,
  run: (input: z.output<Request>, context: WriteContext, prepared: Prepared) => Promise<z.input<Reply>>,
): Handler {
  return {
    contract,
    kind: 'write',
    prepare: (input, context) => prepare(input as z.output<Request>, context),
    run: async (input, context, prepared) =>
      contract.reply.parse(await run(input as z.output<Request>, context, prepared as Prepared)),
    reply: (kept) => kept,
  };
}

/**
 * Binds a writing action whose answer shows what must not be kept, such as a code: of the reply only what `run` gives is kept,
 * and `reveal` makes the reply of it, each time it is asked for.
 */
export function onRevealingWrite<
  Name extends ActionName,
  Request extends z.ZodType,
  Reply extends z.ZodType,
  Kept,
>(
  contract: Action<Name, Request, Reply>,
  prepare: (input: z.output<Request>, context: ReadContext) => Promise<void>,
  run: (input: z.output<Request>, context: WriteContext) => Promise<Kept>,
  reveal: (kept: Kept) => z.input<Reply>,
): Handler {
  return {
    contract,
    kind: 'write',
    prepare: (input, context) => prepare(input as z.output<Request>, context),
    run: (input, context) => run(input as z.output<Request>, context),
    reply: (kept) => contract.reply.parse(reveal(kept as Kept)),
  };
}

/**
 * Binds a writing action that is more than one transaction can be. Sent again before it was done it runs again from the
 * start, so each step first looks at what is kept.
 */
export function onSteps<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  contract: Action<Name, Request, Reply>,
  run: (input: z.output<Request>, context: StepsContext) => Promise<z.input<Reply>>,
): Handler {
  return { contract, kind: 'steps', run: (input, context) => run(input as z.output<Request>, context) };
}
