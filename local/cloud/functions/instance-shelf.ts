import type { FunctionWorker } from './function-worker';

/** Each takes some 30 MB. */
const mostKept = 16;

/**
 * Idle instances of functions that outlive their local cloud, for a process that runs one after another: most of a start is the
 * loading of functions. Each invocation is given its identity, clock and environment anew, so that an instance is of no cloud.
 */
export class InstanceShelf {
  readonly #kept: { build: string; worker: FunctionWorker }[] = [];

  /** Keeps an idle instance of a build of a function; whether there was room. */
  put(build: string, worker: FunctionWorker): boolean {
    if (this.#kept.length >= mostKept || !worker.isUsable) return false;
    this.#kept.push({ build, worker });
    return true;
  }

  /** An instance of this build of a function, if one is kept. */
  take(build: string): FunctionWorker | undefined {
    const at = this.#kept.findIndex((each) => each.build === build && each.worker.isUsable);
    return at === -1 ? undefined : this.#kept.splice(at, 1)[0]?.worker;
  }
}
