import { setTimeout as sleep } from 'node:timers/promises';
import { CloudError } from '../cloud-error';

/** A trouble to cause: the next requests of an action are late, fail, or both. */
export interface Fault {
  /** An action of the protocol, such as `database.getDocument`. */
  action: string;
  /** Absent: any collection. */
  collection?: string;
  times: number;
  delayMs?: number;
  /** A code of the platform, such as `SERVER_TIMEOUT`. */
  errorCode?: string;
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

  /** Suffers the first fault that fits a request. */
  async strike(action: string, collection: unknown): Promise<void> {
    const fault = this.#faults.find(
      (each) => each.action === action && (each.collection === undefined || each.collection === collection),
    );
    if (!fault) return;
    fault.times -= 1;
    if (fault.times <= 0) this.#faults = this.#faults.filter((each) => each !== fault);
    if (fault.delayMs !== undefined) await sleep(fault.delayMs);
    if (fault.errorCode !== undefined)
      throw new CloudError(fault.errorCode, `${fault.errorCode}: injected fault`);
  }
}
