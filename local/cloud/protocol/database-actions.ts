import { databaseFailure, invalidParameter, notSupported } from '../cloud-error';
import type { Database } from '../database/database';
import type { Stage } from '../database/distinct-values';
import { isPlainObject, type StoredDocument } from '../database/document';
import { readEjson, writeEjson } from '../database/ejson';
import type { FieldOrder } from '../database/field-values';
import type { Transaction } from '../database/transactions';
import { insertPlan, removePlan, replacePlan, withId } from '../database/write-plans';
import {
  type Action,
  type ActionRequest,
  listField,
  numberField,
  objectField,
  optionalTextField,
  readObject,
  textField,
} from './request-fields';
import { enforceTransactionRules } from './transaction-rules';

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1000;
const LARGEST_ANSWER_BYTES = 1024 * 1024;

/** The actions of `cloud.database()`, each under the rules of transactions. */
export function databaseActions(database: Database): Record<string, Action> {
  const ruled = ([name, action]: [string, Action]): [string, Action] => [
    name,
    (request) => {
      enforceTransactionRules(database.transactions, name, request);
      return action(request);
    },
  ];
  const actions = {
    ...readingActions(database),
    ...writingActions(database),
    ...transactionActions(database),
  };
  return Object.fromEntries(Object.entries(actions).map(ruled));
}

function readingActions(database: Database): Record<string, Action> {
  return {
    'database.getDocument': (request) => {
      const name = textField(request, 'collectionName');
      if (request.fields.queryType === 'DOC') {
        const found = database.find(name, idIn(request), openTransaction(database, request));
        return { data: { list: answerOf(found ? [found] : []) } };
      }
      if ((numberField(request, 'offset') ?? 0) > 0) throw notSupported('skip()');
      const documents = database.select(name, {
        query: objectField(request, 'query') ?? {},
        order: orderOf(objectField(request, 'order')),
        limit: Math.min(numberField(request, 'limit') ?? DEFAULT_LIMIT, LARGEST_LIMIT),
      });
      const projection = objectField(request, 'projection');
      return { data: { list: answerOf(projection ? onlyFields(documents, projection) : documents) } };
    },

    'database.calculateDocument': (request) => ({
      data: {
        total: database.count(textField(request, 'collectionName'), objectField(request, 'query') ?? {}),
      },
    }),

    'database.aggregateDocuments': (request) => {
      const rows = database.distinct(
        textField(request, 'collectionName'),
        listField(request, 'stages').map(toStage),
      );
      return { data: { list: answerOf(rows) } };
    },
  };
}

function writingActions(database: Database): Record<string, Action> {
  return {
    'database.insertDocument': async (request) => {
      const [text, ...others] = listField(request, 'data');
      if (others.length > 0) throw notSupported('add([...])');
      const document = withId(readObject(String(text)));
      const name = textField(request, 'collectionName');
      await database.write(name, insertPlan([document]), openTransaction(database, request));
      return { data: { insertedIds: [document._id] } };
    },

    'database.modifyDocument': async (request) => {
      if (request.fields.merge === true) throw notSupported('update()');
      const data = objectField(request, 'data');
      if (!data) throw invalidParameter('data is required');
      const document = withId({ ...data, _id: idIn(request) });
      const name = textField(request, 'collectionName');
      const transaction = openTransaction(database, request);
      const [change] = await database.write(name, replacePlan([document]), transaction);
      return { data: change?.before ? { updated: 1 } : { updated: 0, upsert_id: document._id } };
    },

    'database.removeDocument': async (request) => {
      if (request.fields.queryType !== 'DOC') throw notSupported('where().remove()');
      const name = textField(request, 'collectionName');
      const transaction = openTransaction(database, request);
      const changes = await database.write(name, removePlan(idIn(request)), transaction);
      return { data: { deleted: changes.length } };
    },
  };
}

function transactionActions(database: Database): Record<string, Action> {
  const { transactions } = database;
  const named = (request: ActionRequest): Transaction =>
    transactions.get(textField(request, 'transactionId'), request.invocation.token);
  return {
    'database.startTransaction': ({ invocation }) => ({
      transactionId: transactions.begin(invocation.token).id,
    }),

    'database.commitTransaction': async (request) => {
      await database.commit(named(request));
      return {};
    },

    'database.abortTransaction': (request) => {
      transactions.end(named(request).id);
      return {};
    },
  };
}

/** The transaction that a request belongs to, if any. */
function openTransaction({ transactions }: Database, request: ActionRequest): Transaction | undefined {
  const id = optionalTextField(request, 'transactionId');
  return id === undefined ? undefined : transactions.get(id, request.invocation.token);
}

/** The id of `doc(id)`. */
function idIn(request: ActionRequest): unknown {
  const { _id: id } = objectField(request, 'query') ?? {};
  if (id === undefined) throw invalidParameter('only a document with a known id can be meant');
  return id;
}

/** Documents with their ids and some of their fields. */
function onlyFields(
  documents: readonly StoredDocument[],
  projection: Record<string, unknown>,
): Record<string, unknown>[] {
  for (const [field, wanted] of Object.entries(projection)) {
    if (wanted !== 1 && wanted !== true) throw notSupported(`field({ ${field}: ${JSON.stringify(wanted)} })`);
    if (field.includes('.')) throw notSupported(`field({ '${field}' })`);
  }
  return documents.map((document) =>
    Object.fromEntries(
      Object.entries(document).filter(([field]) => field === '_id' || Object.hasOwn(projection, field)),
    ),
  );
}

/** What a query found, as text; the platform answers with 1 MB at most. */
function answerOf(documents: readonly Record<string, unknown>[]): string[] {
  const texts = documents.map(writeEjson);
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (size > LARGEST_ANSWER_BYTES) {
    throw databaseFailure(
      `查询结果有 ${size} 字节，超过 1 MB。请用 limit() 分页，或用 field() 只取需要的字段。`,
    );
  }
  return texts;
}

const orderOf = (order: Record<string, unknown> | undefined): FieldOrder =>
  Object.entries(order ?? {}).map(([field, direction]) => [field, direction === -1 ? -1 : 1]);

function toStage(stage: unknown): Stage {
  if (!isPlainObject(stage) || typeof stage.stageKey !== 'string' || typeof stage.stageValue !== 'string') {
    throw invalidParameter('a stage has a stageKey and a stageValue');
  }
  return [stage.stageKey, readEjson(stage.stageValue)];
}
