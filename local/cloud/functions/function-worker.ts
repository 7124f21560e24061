import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { CloudError } from '../cloud-error';
import type { FunctionDefinition } from './function-definition';
import type { WorkerInvocation, WorkerReport, WorkerStart } from './worker-messages';

const BOOTSTRAP = fileURLToPath(new URL('./worker-bootstrap.cjs', import.meta.url));

const executionFailure = (message: string): CloudError => new CloudError('FUNCTIONS_EXECUTE_FAIL', message);

/** One instance of a function. It serves one invocation at a time, and is thrown away once it failed as a whole. */
export class FunctionWorker {
  isUsable = true;
  readonly #worker: Worker;
  readonly #ready: Promise<void>;
  #settle: ((report: WorkerReport | CloudError) => void) | undefined;

  constructor(
    private readonly definition: FunctionDefinition,
    start: Omit<WorkerStart, 'entry'>,
    /** What the deployment sets for its functions. */
    settings: Readonly<Record<string, string>>,
    private readonly log: (line: string) => void,
  ) {
    this.#worker = new Worker(BOOTSTRAP, {
      workerData: { ...start, entry: definition.entry } satisfies WorkerStart,
      env: { PATH: process.env.PATH, TZ: process.env.TZ ?? 'UTC', ...settings },
      // Loaders of the server process are not for the functions, and would slow their start.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    this.#forward(this.#worker.stdout);
    this.#forward(this.#worker.stderr);
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
    this.#worker.on('message', (report: WorkerReport) => this.#settle?.(report));
    this.#worker.on('error', (error) => {
      this.#fail(executionFailure(`${error.name}: ${error.message}`));
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

  #fail(error: CloudError): void {
    this.isUsable = false;
    this.#settle?.(error);
  }

  #forward(stream: NodeJS.ReadableStream): void {
    createInterface({ input: stream }).on('line', (line) => {
      this.log(`[${this.definition.name}] ${line}`);
    });
  }
}
