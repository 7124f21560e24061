import type { ClockReading } from '../clock/simulated-clock';
import type { MadeCode } from './made-code';

/** What a worker is started with. */
export interface WorkerStart {
  environment: Record<string, string>;
  entry: string;
  /** What was made of it for an instance before. */
  known: MadeCode | undefined;
  /** How much its objects and buffers may take. */
  mostBytes: number;
  clock: ClockReading;
}

/** One invocation, as the server hands it to a worker. */
export interface WorkerInvocation {
  id: string;
  /** JSON text of the event. */
  event: string;
  /** The variables of this invocation; those of the one before are removed. */
  environment: Record<string, string>;
  context: Record<string, unknown>;
  timeoutMs: number;
  clock: ClockReading;
}

/** What a worker reports. */
export type WorkerReport =
  | { type: 'ready'; made: MadeCode | undefined }
  | { type: 'out-of-memory' }
  | { type: 'load-failed'; error: string }
  | { type: 'returned'; id: string; result: string }
  | { type: 'threw'; id: string; error: string; stack: string };
