import { CloudError } from '../cloud-error';

/** An error as `wx.cloud` gives it to the phone. */
export interface ClientError {
  errCode: number;
  errMsg: string;
}

export const INVALID_PARAMETER = -501007;
export const INVALID_SOURCE = -501008;

/** The numbers the phone sees, which differ from those a function sees. */
const NUMBERS: Readonly<Record<string, number>> = {
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  INVALID_PARAM: INVALID_PARAMETER,
  INVALID_REQUEST_SOURCE: INVALID_SOURCE,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
};
const TIMED_OUT = -504003;
const SYSTEM_ERROR = -501001;

export function toClientError(error: unknown): ClientError {
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('Invoking task timed out')) return { errCode: TIMED_OUT, errMsg: message };
  const errCode = error instanceof CloudError ? (NUMBERS[error.code] ?? SYSTEM_ERROR) : SYSTEM_ERROR;
  return { errCode, errMsg: message };
}
