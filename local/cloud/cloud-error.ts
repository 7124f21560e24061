/**
 * An error as the platform reports it: the SDK turns `code` into the number a function sees,
 * and code in the wild matches on the beginning of the message.
 */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const invalidParameter = (message: string): CloudError => new CloudError('INVALID_PARAM', message);

export const databaseFailure = (message: string): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);

/** What the platform has and this cloud has not, because the product does not ask for it. */
export const notSupported = (what: string): CloudError =>
  databaseFailure(`本地云没有 ${what}，因为产品还没有用到它。要用它，请先在 local/cloud 里实现。`);

export const writeFailure = (reason: string): CloudError =>
  databaseFailure(`multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`);

export const collectionMissing = (name: string): CloudError =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}.`);

export const storageForbidden = (what: 'read' | 'write'): CloudError =>
  new CloudError('STORAGE_EXCEED_AUTHORITY', `[StorageForbidden] no permission to ${what} this cloud path`);

export const transactionConflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  );

export const transactionMissing = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      'transaction must be commit or abort in 30 seconds.',
  );
