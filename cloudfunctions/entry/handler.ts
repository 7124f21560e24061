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

/** An action with what it does. */
export type Handler =
  | { contract: AnyAction; writes: false; run(input: unknown, context: ReadContext): Promise<unknown> }
  | { contract: AnyAction; writes: true; run(input: unknown, context: WriteContext): Promise<unknown> };

/** Binds a reading action to its function. The input is parsed by the contract before, the reply after. */
export function onRead<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  contract: Action<Name, Request, Reply>,
  run: (input: z.output<Request>, context: ReadContext) => Promise<z.input<Reply>>,
): Handler {
  return { contract, writes: false, run: (input, context) => run(input as z.output<Request>, context) };
}

/** Binds a writing action to its function, which may run more than once before one run is kept. */
export function onWrite<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  contract: Action<Name, Request, Reply>,
  run: (input: z.output<Request>, context: WriteContext) => Promise<z.input<Reply>>,
): Handler {
  return { contract, writes: true, run: (input, context) => run(input as z.output<Request>, context) };
}
