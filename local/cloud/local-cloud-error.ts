/** What can keep the local cloud from starting or from storing. */
export type LocalCloudErrorCode =
  | 'port-taken'
  | 'data-folder-in-use'
  | 'store-damaged'
  | 'store-missing'
  | 'store-full'
  | 'store-unwritable'
  | 'functions-missing'
  | 'declaration-invalid';

/** A trouble of the laptop itself; the message is a Chinese sentence that says what happened and what to do. */
export class LocalCloudError extends Error {
  override readonly name = 'LocalCloudError';

  constructor(
    readonly code: LocalCloudErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
