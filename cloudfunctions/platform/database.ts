import { setTimeout as wait } from 'node:timers/promises';
import { cloud } from './cloud';

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
export type Condition = string | number | boolean | null | Bounds;

export interface Query {
  where: Record<string, Condition>;
  orderBy?: readonly [field: string, direction: 'asc' | 'desc'];
  /** At most 1000, the platform's own limit. */
  limit: number;
  /** Only these fields, and the id; all when left out. */
  fields?: readonly string[];
}

/** What can be read, inside a transaction or outside. */
export interface Reader {
  find<T extends Document>(collection: string, id: string): Promise<T | null>;
  list<T extends Document>(collection: string, query: Query): Promise<T[]>;
}

export interface Database extends Reader {
  count(collection: string, where: Query['where']): Promise<number>;
  /** The values a field has among the documents that match, at most a thousand of them, in no order. */
  distinct(collection: string, field: string, where: Query['where']): Promise<string[]>;
}

/** A transaction sees what was kept when it began, and its writes are all kept or none. */
export interface Transaction extends Reader {
  insert(collection: string, document: Document): Promise<void>;
  replace(collection: string, document: Document): Promise<void>;
  /** Takes a document away: only what is a person's trace or a mark of work to do, never a record. */
  remove(collection: string, id: string): Promise<void>;
}

interface SdkQuery {
  where(condition: object): SdkQuery;
  orderBy(field: string, direction: string): SdkQuery;
  limit(count: number): SdkQuery;
  field(projection: Record<string, true>): SdkQuery;
  aggregate(): SdkAggregate;
  get(): Promise<{ data: Record<string, unknown>[] }>;
  count(): Promise<{ total: number }>;
  doc(id: string): {
    get(): Promise<{ data: Record<string, unknown> | null }>;
    set(options: { data: object }): Promise<unknown>;
    remove(): Promise<unknown>;
  };
  add(options: { data: object }): Promise<unknown>;
}
interface SdkAggregate {
  match(condition: object): SdkAggregate;
  group(by: object): SdkAggregate;
  limit(count: number): SdkAggregate;
  end(): Promise<{ list: { _id: string }[] }>;
}
interface SdkSource {
  collection(name: string): SdkQuery;
}
interface SdkTransaction extends SdkSource {
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}
interface SdkCommand {
  and(condition: SdkCommand): SdkCommand;
}
interface SdkDatabase extends SdkSource {
  command: Record<'gt' | 'gte' | 'lt' | 'lte', (value: unknown) => SdkCommand> & {
    in(values: readonly unknown[]): SdkCommand;
  };
  startTransaction(): Promise<SdkTransaction>;
}

/** Opened anew for each call: the SDK reads its endpoint and identity from the environment of the invocation. */
function openSdk(): SdkDatabase {
  return cloud.database({ throwOnNotFound: false } as object) as unknown as SdkDatabase;
}

function toDocument({ _id, ...fields }: Record<string, unknown>): Document {
  return { id: _id as string, ...fields };
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

function toConditions(where: Query['where'], sdk: SdkDatabase): object {
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

function readFrom(source: SdkSource, sdk: SdkDatabase): Reader {
  return {
    async find<T extends Document>(collection: string, id: string): Promise<T | null> {
      const { data } = await source.collection(collection).doc(id).get();
      return data === null ? null : (toDocument(data) as T);
    },
    async list<T extends Document>(
      collection: string,
      { where, orderBy, limit, fields }: Query,
    ): Promise<T[]> {
      let query = source.collection(collection).where(toConditions(where, sdk));
      if (orderBy !== undefined) query = query.orderBy(orderBy[0] === 'id' ? '_id' : orderBy[0], orderBy[1]);
      if (fields !== undefined)
        query = query.field(Object.fromEntries(fields.map((field) => [field, true] as const)));
      const { data } = await query.limit(limit).get();
      return data.map((each) => toDocument(each) as T);
    },
  };
}

const mostDistinct = 1000;

/** The database outside any transaction. */
export function openDatabase(): Database {
  const sdk = openSdk();
  return {
    ...readFrom(sdk, sdk),
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
      return list.map(({ _id }) => _id);
    },
  };
}

/** Two transactions touched one document, or two inserted one id: whoever lost begins again and sees what won. */
function isLostRace(error: unknown): boolean {
  const text =
    error instanceof Error ? error.message : String((error as { errMsg?: unknown } | null)?.errMsg);
  return /TransactionConflict|TransactionNotExist|E11000/.test(text);
}

const attempts = 15;
const longestWaitMs = 40;

/**
 * Runs a piece of work in a transaction, again from the start when it lost a race.
 * The work must have no other effect than through the transaction.
 */
export async function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const sdk = openSdk();
  for (let attempt = 1; ; attempt += 1) {
    const open = await sdk.startTransaction();
    try {
      const done = await work({
        ...readFrom(open, sdk),
        async insert(collection, { id, ...fields }) {
          await open.collection(collection).add({ data: { _id: id, ...fields } });
        },
        async replace(collection, { id, ...fields }) {
          await open.collection(collection).doc(id).set({ data: fields });
        },
        async remove(collection, id) {
          await open.collection(collection).doc(id).remove();
        },
      });
      await open.commit();
      return done;
    } catch (error) {
      await rollBack(open);
      if (!isLostRace(error) || attempt === attempts) throw error;
      await wait(Math.ceil(Math.random() * longestWaitMs * Math.min(attempt, 8)));
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
