import { databaseFailure } from '../cloud-error';
import type { Transaction, Transactions } from '../database/transactions';
import { type ActionRequest, optionalTextField } from './request-fields';
import { isAtTheSameTime } from '../functions/request-order';

/** The reads and writes of a transaction; no limit of the platform is known, and this one is surely within it. */
const MOST_OPERATIONS = 100;

/** What is refused, in the words of whoever wrote it. */
const WRITTEN: Readonly<Record<string, string>> = {
  'database.insertDocument': 'add([...])',
  'database.getDocument': 'where().get()',
  'database.modifyDocument': 'update()',
  'database.removeDocument': 'where().remove()',
  'database.calculateDocument': 'count()',
  'database.aggregateDocuments': 'aggregate()',
};

/** The SDK sends these without a transaction id even from inside one. */
const ESCAPING = new Set(['database.calculateDocument', 'database.aggregateDocuments']);

/**
 * Refuses what the platform does not do in a transaction: it touches single documents by id, one after the other.
 * As after a failed write, the transaction is at an end then.
 *
 * @throws CloudError that names the operation
 */
export function enforceTransactionRules(
  transactions: Transactions,
  action: string,
  request: ActionRequest,
): void {
  const id = optionalTextField(request, 'transactionId');
  if (id === undefined) {
    refuseEscape(transactions, action, request);
    return;
  }
  if (action === 'database.abortTransaction') return;
  const transaction = transactions.get(id, request.invocation.token);
  try {
    refuseParallel(transaction, request);
    if (action !== 'database.commitTransaction') admit(transaction, action, request);
  } catch (error) {
    transactions.end(id);
    throw error;
  }
}

/** What does not belong to the transaction sees nothing of it, and stays when it is rolled back. */
function refuseEscape(transactions: Transactions, action: string, request: ActionRequest): void {
  if (ESCAPING.has(action) && transactions.isOwner(request.invocation.token)) {
    throw databaseFailure(
      `事务进行中不能用 ${WRITTEN[action] ?? action}：它不属于事务，看不到事务写的内容，回滚后也不会撤销。请在事务开始前查询，或改用 doc(id)。`,
    );
  }
}

function refuseParallel(transaction: Transaction, { order }: ActionRequest): void {
  const { lastRequest } = transaction;
  transaction.lastRequest = order;
  if (lastRequest && isAtTheSameTime(lastRequest, order)) {
    throw databaseFailure('同一个事务的操作不能同时进行，请等前一个完成后再做下一个。');
  }
}

function admit(transaction: Transaction, action: string, request: ActionRequest): void {
  if (!isSingleDocument(action, request)) {
    throw databaseFailure(
      `事务里不能用 ${WRITTEN[action] ?? action}，只能用 add 和 doc(id).get/set/remove 读写单个文档。请在事务开始前查询。`,
    );
  }
  transaction.operations += 1;
  if (transaction.operations > MOST_OPERATIONS) {
    throw databaseFailure(`一个事务最多 ${MOST_OPERATIONS} 次操作。`);
  }
}

function isSingleDocument(action: string, { fields }: ActionRequest): boolean {
  if (action === 'database.insertDocument') return Array.isArray(fields.data) && fields.data.length === 1;
  const isKnown =
    action === 'database.getDocument' ||
    action === 'database.modifyDocument' ||
    action === 'database.removeDocument';
  return isKnown && fields.queryType === 'DOC' && fields.merge !== true;
}
