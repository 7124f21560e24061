import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { CloudError } from '../cloud-error';
import type { FunctionDefinition } from './function-definition';
import { keepMadeCode, madeCodeOf } from './made-code';
import type { WorkerInvocation, WorkerReport, WorkerStart } from './worker-messages';

// For `watch-memory.cjs`. Set once and here, for V8 has these flags once for all threads.
setFlagsFromString('--expose-gc');

const BOOTSTRAP = fileURLToPath(new URL('./worker-bootstrap.cjs', import.meta.url));

/** What Node itself takes of a function's memory on the platform, before the first object. */
const RUNTIME_MEGABYTES = 40;

const executionFailure = (message: string): CloudError => new CloudError('FUNCTIONS_EXECUTE_FAIL', message);

/** One instance of a function. It serves one invocation at a time, and is thrown away once it failed as a whole. */
export class FunctionWorker {
  isUsable = true;
  readonly #worker: Worker;
  readonly #ready: Promise<void>;
  #settle: ((report: WorkerReport | CloudError) => void) | undefined;

  constructor(
    private readonly definition: FunctionDefinition,
    start: Omit<WorkerStart, 'entry' | 'known' | 'mostBytes'>,
    /** What it is deployed with. */
    variables: Readonly<Record<string, string>>,
    private readonly log: (line: string) => void,
    private readonly say: (line: string) => void,
  ) {
    this.#worker = new Worker(BOOTSTRAP, {
      workerData: {
        ...start,
        entry: definition.entry,
        known: madeCodeOf(definition.entry),
        mostBytes: (definition.memoryMegabytes - RUNTIME_MEGABYTES) * 1024 * 1024,
      } satisfies WorkerStart,
      // Nothing of the server's own process is there, as nothing of a laptop is on the platform.
      env: variables,
      // Loaders of the server process are not for the functions, and would slow their start.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMegabytes - RUNTIME_MEGABYTES },
      stdout: true,
      stderr: true,
    });
    this.#forward(this.#worker.stdout, this.say);
    this.#forward(this.#worker.stderr, this.log);
    this.#ready = new Promise((resolve, reject) => {
      this.#settle = (report) => {
        if (report instanceof CloudError) reject(report);
        else if (report.type === 'load-failed') reject(executionFailure(report.error));
        else resolve();
      };
    });
    // A worker may fail to load before anyone waits for it; whoever asks next gets the reason.
    this.#ready.catch(() => {
      this.isUsable = false;
    });
    this.#worker.on('message', (report: WorkerReport) => {
      if (report.type === 'ready' && report.made !== undefined) keepMadeCode(definition.entry, report.made);
      if (report.type === 'out-of-memory') this.#failOutOfMemory();
      else this.#settle?.(report);
    });
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#failOutOfMemory();
      else this.#fail(executionFailure(`${error.name}: ${error.message}`));
    });
    this.#worker.on('exit', (code) => {
      this.#fail(executionFailure(`the function process exited with code ${code}`));
    });
  }

  /** Settles when the function is loaded; its time limit does not count before. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Runs one invocation and gives back the JSON text of its result. */
  async run(invocation: WorkerInvocation): Promise<string> {
    await this.#ready;
    const report = await new Promise<WorkerReport | CloudError>((resolve) => {
      const timer = setTimeout(() => {
        this.#fail(
          executionFailure(`Invoking task timed out after ${this.definition.timeoutSeconds} seconds`),
        );
        void this.stop();
      }, invocation.timeoutMs);
      this.#settle = (settled) => {
        clearTimeout(timer);
        this.#settle = undefined;
        resolve(settled);
      };
      this.#worker.postMessage(invocation);
    });
    if (report instanceof CloudError) throw report;
    if (report.type === 'returned') return report.result;
    if (report.type === 'threw') {
      this.log(`[${this.definition.name}] ${report.stack || report.error}`);
      throw executionFailure(report.error);
    }
    throw executionFailure('the function process answered out of turn');
  }

  async stop(): Promise<void> {
    this.isUsable = false;
    await this.#worker.terminate();
  }

  #failOutOfMemory(): void {
    this.#fail(
      executionFailure(`Memory limit exceeded: the function has ${this.definition.memoryMegabytes} MB`),
    );
    void this.stop();
  }

  #fail(error: CloudError): void {
    this.isUsable = false;
    this.#settle?.(error);
  }

  #forward(stream: NodeJS.ReadableStream, to: (line: string) => void): void {
    createInterface({ input: stream }).on('line', (line) => {
      to(`[${this.definition.name}] ${line}`);
    });
  }
}
