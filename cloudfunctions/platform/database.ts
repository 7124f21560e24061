import { setTimeout as wait } from 'node:timers/promises';
import type { SdkCommand, SdkConditions, SdkDatabase, SdkDocument, SdkTransaction } from 'wx-server-sdk';
import { cloud } from './cloud';
import { sdkFailure } from './sdk-failure';

/** A kept document: its id and its fields. */
export type Document = { id: string };

/** Bounds on a field, all of which hold. */
interface Bounds {
  greaterThan?: string | number;
  atLeast?: string | number;
  lessThan?: string | number;
  atMost?: string | number;
  /** Equal to one of these; of one field at most, and at most a hundred values. */
  oneOf?: readonly (string | number)[];
}

/** A condition on a field: equal to a value, or within bounds. */
type Condition = string | number | boolean | null | Bounds;

interface Query {
  where: Record<string, Condition>;
  orderBy?: readonly [field: string, direction: 'asc' | 'desc'];
  /** At most 1000, the platform's own limit. */
  limit: number;
  /** Only these fields, and the id; all when left out. */
  fields?: readonly string[];
}

/** What is read by its id: the one way to read inside a transaction, as WeChat documents it. */
export interface Finder {
  find<T extends Document>(collection: string, id: string): Promise<T | null>;
}

/** What is read outside a transaction: a document by its id, or a set of them by a query. */
export interface Reader extends Finder {
  list<T extends Document>(collection: string, query: Query): Promise<T[]>;
}

export interface Database extends Reader {
  count(collection: string, where: Query['where']): Promise<number>;
  /** The values a field has among the documents that match, at most a thousand of them, in no order. */
  distinct(collection: string, field: string, where: Query['where']): Promise<string[]>;
}

/**
 * A transaction sees each document as it was kept when the transaction began, and its own writes; all its writes are kept or none.
 * It touches single documents by their ids and knows no queries: what is decided from a set is gathered before, see `Work`.
 * A document is asked for once, however often it is looked at.
 */
export interface Transaction extends Finder {
  insert(collection: string, document: Document): Promise<void>;
  replace(collection: string, document: Document): Promise<void>;
  /** Takes a document away: only what is a person's trace or a mark of work to do, never a record. */
  remove(collection: string, id: string): Promise<void>;
}

/**
 * What a transaction does. What it decides from sets, `gather` reads before it, anew for every attempt: first the revision of the
 * document that guards a set, then the set; `run` reads the guard again, and writes it. It has no effect but through the
 * transaction, for it may run several times.
 */
export type Work<Facts, Done> =
  | ((transaction: Transaction) => Promise<Done>)
  | {
      gather: () => Promise<Facts>;
      run: (transaction: Transaction, facts: Facts) => Promise<Done>;
    };

/** What was gathered is not what is kept any more: thrown by `run`, it has the work gather and decide again. */
export class LostRace extends Error {
  constructor(what: string) {
    super(`${what} has changed since it was read`);
    this.name = 'LostRace';
  }
}

/** Opened anew for each call: the SDK reads its endpoint and identity from the environment of the invocation. */
function openSdk(): SdkDatabase {
  return cloud.database({ throwOnNotFound: false });
}

function toDocument({ _id, ...fields }: SdkDocument): Document {
  return { id: _id, ...fields };
}

function toCommand(bounds: Bounds, { command }: SdkDatabase): SdkCommand {
  const commands: SdkCommand[] = [];
  if (bounds.greaterThan !== undefined) commands.push(command.gt(bounds.greaterThan));
  if (bounds.atLeast !== undefined) commands.push(command.gte(bounds.atLeast));
  if (bounds.lessThan !== undefined) commands.push(command.lt(bounds.lessThan));
  if (bounds.atMost !== undefined) commands.push(command.lte(bounds.atMost));
  if (bounds.oneOf !== undefined) commands.push(command.in(bounds.oneOf));
  return commands.reduce((all, each) => all.and(each));
}

function toConditions(where: Query['where'], sdk: SdkDatabase): SdkConditions {
  return Object.fromEntries(
    Object.entries(where).map(([field, condition]): [string, unknown] => {
      const name = field === 'id' ? '_id' : field;
      return [
        name,
        typeof condition === 'object' && condition !== null ? toCommand(condition, sdk) : condition,
      ];
    }),
  );
}

async function findIn<T extends Document>(
  source: Pick<SdkTransaction, 'collection'>,
  collection: string,
  id: string,
): Promise<T | null> {
  const { data } = await source.collection(collection).doc(id).get();
  return data === null ? null : (toDocument(data) as T);
}

const mostDistinct = 1000;

/** The database outside any transaction. */
export function openDatabase(): Database {
  const sdk = openSdk();
  return {
    find: (collection, id) => findIn(sdk, collection, id),
    async list<T extends Document>(
      collection: string,
      { where, orderBy, limit, fields }: Query,
    ): Promise<T[]> {
      let query = sdk.collection(collection).where(toConditions(where, sdk));
      if (orderBy !== undefined) query = query.orderBy(orderBy[0] === 'id' ? '_id' : orderBy[0], orderBy[1]);
      if (fields !== undefined)
        query = query.field(Object.fromEntries(fields.map((field) => [field, true] as const)));
      const { data } = await query.limit(limit).get();
      return data.map((each) => toDocument(each) as T);
    },
    async count(collection, where) {
      const { total } = await sdk.collection(collection).where(toConditions(where, sdk)).count();
      return total;
    },
    async distinct(collection, field, where) {
      const { list } = await sdk
        .collection(collection)
        .aggregate()
        .match(toConditions(where, sdk))
        .group({ _id: `$${field}` })
        .limit(mostDistinct)
        .end();
      return list.map(({ _id }) => String(_id));
    },
  };
}

/** Two transactions touched one document, or what was decided from is not so any more: whoever lost begins again. */
function isLostRace(error: unknown): boolean {
  return error instanceof LostRace || /TransactionConflict|TransactionNotExist/.test(sdkFailure(error).text);
}

/** An id that is there already. Whoever inserts has looked before, so that the second look finds who was faster. */
function isTakenId(error: unknown): boolean {
  return sdkFailure(error).text.includes('E11000');
}

const attempts = 15;
const longestWaitMs = 40;

function openTransaction(open: SdkTransaction): Transaction {
  const seen = new Map<string, Document | null>();
  const keyOf = (collection: string, id: string) => `${collection} ${id}`;
  return {
    async find<T extends Document>(collection: string, id: string): Promise<T | null> {
      const key = keyOf(collection, id);
      const known = seen.get(key);
      if (known !== undefined) return known as T | null;
      const found = await findIn<T>(open, collection, id);
      seen.set(key, found);
      return found;
    },
    async insert(collection, document) {
      const { id, ...fields } = document;
      await open.collection(collection).add({ data: { _id: id, ...fields } });
      seen.set(keyOf(collection, id), document);
    },
    async replace(collection, document) {
      const { id, ...fields } = document;
      await open.collection(collection).doc(id).set({ data: fields });
      seen.set(keyOf(collection, id), document);
    },
    async remove(collection, id) {
      await open.collection(collection).doc(id).remove();
      seen.set(keyOf(collection, id), null);
    },
  };
}

async function attempt<Facts, Done>(sdk: SdkDatabase, work: Work<Facts, Done>): Promise<Done> {
  const run =
    typeof work === 'function'
      ? work
      : await work.gather().then((facts) => (transaction: Transaction) => work.run(transaction, facts));
  const open = await sdk.startTransaction();
  try {
    const done = await run(openTransaction(open));
    await open.commit();
    return done;
  } catch (error) {
    await rollBack(open);
    throw error;
  }
}

/** Does a piece of work in a transaction, again from gathering when it lost a race. */
export async function inTransaction<Facts, Done>(work: Work<Facts, Done>): Promise<Done> {
  const sdk = openSdk();
  let takenIds = 0;
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt(sdk, work);
    } catch (error) {
      if (isTakenId(error)) takenIds += 1;
      else if (!isLostRace(error)) throw error;
      // An id that is still taken at the second look is a mistake of ours, which no further attempt mends.
      if (tried === attempts || takenIds > 1) throw error;
      await wait(Math.ceil(Math.random() * longestWaitMs * Math.min(tried, 8)));
    }
  }
}

/** A transaction that is over by itself cannot be rolled back; there is nothing left to undo then. */
async function rollBack(open: SdkTransaction): Promise<void> {
  try {
    await open.rollback();
  } catch (error) {
    if (!isLostRace(error))
      console.error('The transaction could not be rolled back and ends by its time limit.', error);
  }
}
