import { statSync } from 'node:fs';
import { CloudError } from '../cloud-error';
import type { FunctionDefinition } from './function-definition';
import { FunctionWorker } from './function-worker';
import type { InstanceShelf } from './instance-shelf';
import type { WorkerInvocation } from './worker-messages';

/** How many calls a function serves at the same time on a laptop; more wait their turn. */
const CONCURRENT_CALLS = 8;

/** The instances of one function: idle ones are used again or ended after a while, missing ones are made. */
export class FunctionPool {
  readonly #workers = new Set<FunctionWorker>();
  /** Who came back last is at the end, and is used first. */
  readonly #idle: { worker: FunctionWorker; since: number }[] = [];
  readonly #waiting: (() => void)[] = [];
  #ending: NodeJS.Timeout | undefined;
  #calls = 0;
  #isStopped = false;
  #version: number;

  constructor(
    readonly definition: FunctionDefinition,
    private readonly createWorker: () => FunctionWorker,
    /** Real milliseconds after which an idle instance is ended; the last one stays warm. */
    private readonly idleMs: number,
    /** Where instances come from and go to that outlive this pool; without it none does. */
    private readonly shelf: InstanceShelf | undefined,
  ) {
    this.#version = this.#entryVersion();
  }

  /** Starts an instance before it is needed. */
  async warm(): Promise<void> {
    if (this.#workers.size > 0) return;
    const worker = this.#start();
    this.#putBack(worker);
    // A function that does not load reports so to its first caller.
    await worker.ready.catch(() => undefined);
  }

  async run(invocation: WorkerInvocation): Promise<string> {
    await this.#takeTurn();
    try {
      return await this.#runOnWorker(invocation);
    } finally {
      this.#endTurn();
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#ending);
    for (const { worker } of this.#idle.splice(0))
      if (this.#workers.has(worker) && this.shelf?.put(this.#build(), worker) === true)
        this.#workers.delete(worker);
    await Promise.all([...this.#workers].map((worker) => worker.stop()));
  }

  async #runOnWorker(invocation: WorkerInvocation): Promise<string> {
    this.#retireOutdated();
    const worker = this.#takeIdle() ?? this.#start();
    try {
      return await worker.run(invocation);
    } finally {
      if (worker.isUsable && this.#workers.has(worker)) this.#putBack(worker);
      else this.#discard(worker);
    }
  }

  #takeIdle(): FunctionWorker | undefined {
    for (;;) {
      const worker = this.#idle.pop()?.worker;
      if (!worker || worker.isUsable) return worker;
      this.#discard(worker);
    }
  }

  #putBack(worker: FunctionWorker): void {
    this.#idle.push({ worker, since: performance.now() });
    this.#endIdleLater();
  }

  #endIdleLater(): void {
    if (this.#ending || this.#idle.length <= 1) return;
    this.#ending = setTimeout(() => {
      this.#ending = undefined;
      this.#endIdle();
      this.#endIdleLater();
    }, this.idleMs).unref();
  }

  #endIdle(): void {
    const latest = performance.now() - this.idleMs;
    const kept = this.#idle.findIndex(({ since }, at) => since > latest || at === this.#idle.length - 1);
    for (const { worker } of this.#idle.splice(0, kept)) this.#discard(worker);
  }

  #start(): FunctionWorker {
    // Calls that waited for their turn get it when the pool stops.
    if (this.#isStopped) throw new CloudError('SYS_ERR', 'the local cloud is closing');
    const worker = this.shelf?.take(this.#build()) ?? this.createWorker();
    this.#workers.add(worker);
    return worker;
  }

  #discard(worker: FunctionWorker): void {
    this.#workers.delete(worker);
    void worker.stop();
  }

  /** A function that was built again since is loaded again, as after a deployment. */
  #retireOutdated(): void {
    const version = this.#entryVersion();
    if (version === this.#version) return;
    this.#version = version;
    for (const { worker } of this.#idle.splice(0)) this.#discard(worker);
    // Busy ones are stopped when they come back, because they are no longer members.
    this.#workers.clear();
  }

  #build(): string {
    return `${this.definition.entry} ${this.#version}`;
  }

  /** While a build replaces the file, the old version goes on. */
  #entryVersion(): number {
    return statSync(this.definition.entry, { throwIfNoEntry: false })?.mtimeMs ?? this.#version;
  }

  async #takeTurn(): Promise<void> {
    if (this.#calls < CONCURRENT_CALLS) {
      this.#calls += 1;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Hands the turn on to whoever waits longest. */
  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#calls -= 1;
  }
}
