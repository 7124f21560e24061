import type { ActionName } from '#shared/access/actions';
import type { Action } from '#shared/contract/action';
import type { z } from '#shared/zod';
import type { Database, Transaction, Work } from '../platform/database';
import type { Caller } from './caller';

export interface ReadContext {
  caller: Caller;
  /** When the request was received, by the server's clock. */
  now: number;
  database: Database;
}

/** What a write works with in its transaction: no query reaches the database from there. */
export interface WriteContext extends Omit<ReadContext, 'database'> {
  /** Everything a write keeps goes through here: all of it is kept, with its audit entry, or none. */
  transaction: Transaction;
  /** An id for the one thing the request makes; sent twice, the request makes the same one. */
  newId: string;
}

/** Runs one step in a transaction of its own, kept with its audit entry. */
export type Step = <Facts, Done>(name: string, work: Work<Facts, Done>) => Promise<Done>;

/** What an action of several steps works with. */
export interface StepsContext extends ReadContext {
  newId: string;
  /** Between steps the action may do what no transaction takes back: send a mail, keep a file. */
  step: Step;
}

/** What follows from a write works with this. */
interface FollowContext {
  now: number;
  database: Database;
  step: Step;
}

/** An action with what it does. */
export type Handler<Name extends ActionName = ActionName> =
  | {
      contract: Action<Name, z.ZodType, z.ZodType>;
      kind: 'read';
      run(input: unknown, context: ReadContext): Promise<unknown>;
    }
  | {
      contract: Action<Name, z.ZodType, z.ZodType>;
      kind: 'write';
      prepare(input: unknown, context: ReadContext): Promise<unknown>;
      /** What is decided from sets, read before each attempt. */
      gather(input: unknown, context: ReadContext): Promise<unknown>;
      /** What is kept of what was done, to answer a repetition from. */
      run(input: unknown, context: WriteContext, prepared: unknown, facts: unknown): Promise<unknown>;
      /** What follows from what was kept, in steps of its own; the timer does it where this was cut off. */
      afterwards(kept: unknown, context: FollowContext): Promise<void>;
      /** The answer that follows from what is kept. */
      reply(kept: unknown): unknown;
    }
  | {
      contract: Action<Name, z.ZodType, z.ZodType>;
      kind: 'steps';
      run(input: unknown, context: StepsContext): Promise<unknown>;
    };

/** How a writing action comes about; what it leaves out is not needed. */
interface Parts<Request extends z.ZodType, Reply extends z.ZodType, Prepared, Facts> {
  /** Asks something outside the database, once, before all else: the content check, or how often somebody has tried. */
  prepare?: (input: z.output<Request>, context: ReadContext) => Promise<Prepared>;
  /** Reads what is decided from sets; again when the race was lost. A guard is read before its set. */
  gather?: (input: z.output<Request>, context: ReadContext) => Promise<Facts>;
  /** Decides and keeps, in a transaction; may run more than once before one run is kept. */
  run: (
    input: z.output<Request>,
    context: WriteContext,
    facts: Facts,
    prepared: Prepared,
  ) => Promise<z.input<Reply>>;
  /** What follows from what was kept, and is no part of it. */
  afterwards?: (kept: z.output<Reply>, context: FollowContext) => Promise<void>;
}

function nothing(): Promise<undefined> {
  return Promise.resolve(undefined);
}

/** Binds a reading action to its function. The input is parsed by the contract before, the reply after. */
export function onRead<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  contract: Action<Name, Request, Reply>,
  run: (input: z.output<Request>, context: ReadContext) => Promise<z.input<Reply>>,
): Handler<Name> {
  return { contract, kind: 'read', run: (input, context) => run(input as z.output<Request>, context) };
}

/** Binds a writing action that decides from sets, asks something outside, or has something follow. */
export function onDecidedWrite<
  Name extends ActionName,
  Request extends z.ZodType,
  Reply extends z.ZodType,
  Prepared = undefined,
  Facts = undefined,
>(contract: Action<Name, Request, Reply>, parts: Parts<Request, Reply, Prepared, Facts>): Handler<Name> {
  const { prepare = nothing, gather = nothing, run, afterwards = nothing } = parts;
  return {
    contract,
    kind: 'write',
    prepare: (input, context) => prepare(input as z.output<Request>, context),
    gather: (input, context) => gather(input as z.output<Request>, context),
    run: async (input, context, prepared, facts) =>
      contract.reply.parse(
        await run(input as z.output<Request>, context, facts as Facts, prepared as Prepared),
      ),
    afterwards: async (kept, context) => {
      await afterwards(kept as z.output<Reply>, context);
    },
    reply: (kept) => kept,
  };
}

/** Binds a writing action to its function, which may run more than once before one run is kept. */
export function onWrite<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  contract: Action<Name, Request, Reply>,
  run: (input: z.output<Request>, context: WriteContext) => Promise<z.input<Reply>>,
): Handler<Name> {
  return onDecidedWrite(contract, { run });
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
): Handler<Name> {
  return onDecidedWrite<Name, Request, Reply, Prepared>(contract, {
    prepare,
    run: (input, context, _facts, prepared) => run(input, context, prepared),
  });
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
): Handler<Name> {
  return {
    contract,
    kind: 'write',
    prepare: (input, context) => prepare(input as z.output<Request>, context),
    gather: nothing,
    run: (input, context) => run(input as z.output<Request>, context),
    afterwards: nothing,
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
): Handler<Name> {
  return { contract, kind: 'steps', run: (input, context) => run(input as z.output<Request>, context) };
}
