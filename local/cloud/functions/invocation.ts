import type { DatabaseCalls } from './database-calls';

/** A running invocation: what its token stands for when the SDK calls back. */
export interface Invocation {
  /** The platform's key to who is calling; it is worth nothing once the invocation ended. */
  token: string;
  requestId: string;
  functionName: string;
  /** Absent when a timer runs the function. */
  openid?: string;
  /** The value of `TCB_SOURCE`. */
  source: string;
  databaseCalls: DatabaseCalls;
}
