import { databaseFailure, invalidParameter } from '../cloud-error';
import type { Stage } from '../database/aggregate-stages';
import type { Database } from '../database/database';
import { isPlainObject } from '../database/document';
import { readEjson, writeEjson } from '../database/ejson';
import type { FieldOrder } from '../database/field-values';
import { projectDocuments } from '../database/project-documents';
import type { Transaction } from '../database/transactions';
import { insertPlan, removePlan, replacePlan, updatePlan, withId } from '../database/write-plans';
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
  return Object.fromEntries(Object.entries(plainActions(database)).map(ruled));
}

function plainActions(database: Database): Record<string, Action> {
  const transactionOf = (request: ActionRequest): Transaction | undefined => {
    const id = optionalTextField(request, 'transactionId');
    return id === undefined ? undefined : database.transactions.get(id, request.invocation.token);
  };

  return {
    'database.addCollection': async (request) => {
      await database.createCollection(textField(request, 'collectionName'));
      return {};
    },

    'database.insertDocument': async (request) => {
      const documents = listField(request, 'data').map((text) =>
        withId(readObject(String(text), request.now)),
      );
      const name = textField(request, 'collectionName');
      await database.write(name, insertPlan(documents), transactionOf(request));
      return { data: { insertedIds: documents.map(({ _id }) => _id) } };
    },

    'database.getDocument': (request) => {
      const projection = objectField(request, 'projection');
      const documents = database.select(
        textField(request, 'collectionName'),
        {
          query: objectField(request, 'query') ?? {},
          order: orderOf(objectField(request, 'order')),
          skip: numberField(request, 'offset') ?? 0,
          limit: Math.min(numberField(request, 'limit') ?? DEFAULT_LIMIT, LARGEST_LIMIT),
        },
        transactionOf(request),
      );
      const shown = projection ? projectDocuments(documents, projection) : documents;
      return { data: { list: answerOf(shown) } };
    },

    'database.calculateDocument': (request) => {
      const query = objectField(request, 'query') ?? {};
      const name = textField(request, 'collectionName');
      return { data: { total: database.count(name, query) } };
    },

    'database.modifyDocument': async (request) => {
      const name = textField(request, 'collectionName');
      const query = objectField(request, 'query');
      const data = objectField(request, 'data');
      if (!query || !data) throw invalidParameter('query and data are required');
      const transaction = transactionOf(request);
      if (request.fields.merge === true) {
        const target = { query, multiple: request.fields.multi === true };
        const changes = await database.write(name, updatePlan(target, data), transaction);
        return { data: { updated: changes.length } };
      }
      if (!('_id' in query)) throw invalidParameter('only a document with a known id can be replaced');
      const document = withId({ ...data, _id: query._id });
      const [change] = await database.write(name, replacePlan([document]), transaction);
      return { data: change?.before ? { updated: 1 } : { updated: 0, upsert_id: document._id } };
    },

    'database.removeDocument': async (request) => {
      const query = objectField(request, 'query');
      if (!query)
        throw invalidParameter('remove needs a condition; without one it would empty the collection');
      const target = { query, multiple: request.fields.multi === true };
      const name = textField(request, 'collectionName');
      const changes = await database.write(name, removePlan(target), transactionOf(request));
      return { data: { deleted: changes.length } };
    },

    'database.aggregateDocuments': (request) => {
      const rows = database.aggregate(
        textField(request, 'collectionName'),
        listField(request, 'stages').map((stage) => toStage(stage, request.now)),
      );
      return { data: { list: answerOf(rows) } };
    },

    'database.startTransaction': ({ invocation }) => ({
      transactionId: database.transactions.begin(invocation.token).id,
    }),

    'database.commitTransaction': async (request) => {
      await database.commit(
        database.transactions.get(textField(request, 'transactionId'), request.invocation.token),
      );
      return {};
    },

    'database.abortTransaction': (request) => {
      const { id } = database.transactions.get(textField(request, 'transactionId'), request.invocation.token);
      database.transactions.end(id);
      return {};
    },
  };
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

function toStage(stage: unknown, now: number): Stage {
  if (!isPlainObject(stage) || typeof stage.stageKey !== 'string' || typeof stage.stageValue !== 'string') {
    throw invalidParameter('a stage has a stageKey and a stageValue');
  }
  return { [stage.stageKey]: readEjson(stage.stageValue, now) };
}
