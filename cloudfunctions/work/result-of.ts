import { AppError, type ErrorCode } from '#shared/refusal/errors';

/**
 * What became of one of many that are asked for at once, each by itself: what the work gives, or what a refusal is called there. A refusal
 * that has no name among the results is thrown on, as every failure is.
 */
export async function resultOf<Result>(
  refusals: Readonly<Partial<Record<ErrorCode, Result>>>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const result = error instanceof AppError ? refusals[error.refusal.code] : undefined;
    if (result === undefined) throw error;
    return result;
  }
}
