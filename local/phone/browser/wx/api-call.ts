import { ApiError } from './api-error';

export interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
}

/**
 * Makes an asynchronous call of `wx` out of a function: with callbacks it calls those and answers nothing, without
 * them it answers a promise, as WeChat does.
 */
export function apiCall<Options extends object, Result>(
  name: string,
  run: (options: Options) => Promise<Result> | Result,
): (options?: Options & Callbacks) => Promise<unknown> | undefined {
  return (options) => {
    const given = options ?? ({} as Options & Callbacks);
    const { success, fail, complete } = given;
    const work = async (): Promise<object> => {
      try {
        const result = await run(given);
        return { errMsg: `${name}:ok`, ...(typeof result === 'object' ? result : {}) };
      } catch (error) {
        if (error instanceof ApiError) throw error;
        throw new ApiError(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    if (!success && !fail && !complete) return work();
    work()
      .then(
        (result) => {
          success?.(result);
          complete?.(result);
        },
        (error: unknown) => {
          fail?.(error);
          complete?.(error);
        },
      )
      .catch((error: unknown) => {
        reportError(error);
      });
    return undefined;
  };
}
