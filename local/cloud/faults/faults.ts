import { setTimeout as sleep } from 'node:timers/promises';
import { CloudError } from '../cloud-error';

/** A trouble to cause: the next requests of an action are late, fail, or both. */
export interface Fault {
  /** An action of the protocol, such as `database.getDocument`, or several. */
  action: string | readonly string[];
  /** Absent: any collection. */
  collection?: string;
  /** How many fitting requests pass before it begins; none when absent. */
  skip?: number;
  times: number;
  delayMs?: number;
  /** A code of the platform, such as `SERVER_TIMEOUT`. */
  errorCode?: string;
}

function fits({ action, collection }: Fault, requested: string, on: unknown): boolean {
  const isAction = typeof action === 'string' ? action === requested : action.includes(requested);
  return isAction && (collection === undefined || collection === on);
}

/** Whether a fault strikes a request that fits it; one that does not yet has one request fewer to let pass. */
function hasBegun(fault: Fault): boolean {
  if (fault.skip === undefined || fault.skip === 0) return true;
  fault.skip -= 1;
  return false;
}

/** Lets tests see how functions bear a slow or failing platform. */
export class Faults {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push({ ...fault });
  }

  clear(): void {
    this.#faults = [];
  }

  /** Suffers the first fault that fits a request and has begun. */
  async strike(action: string, collection: unknown): Promise<void> {
    const fault = this.#faults.find((each) => fits(each, action, collection) && hasBegun(each));
    if (!fault) return;
    fault.times -= 1;
    if (fault.times <= 0) this.#faults = this.#faults.filter((each) => each !== fault);
    if (fault.delayMs !== undefined) await sleep(fault.delayMs);
    if (fault.errorCode !== undefined)
      throw new CloudError(fault.errorCode, `${fault.errorCode}: injected fault`);
  }
}
