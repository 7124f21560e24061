import type { DurableStore } from '../store/durable-store';
import type { SimulatedClock } from './simulated-clock';

const SAVE_EVERY_MS = 5000;

/** Keeps the clock in the store, so that a restart goes on where the last run stopped. */
export interface ClockKeeper {
  /** Saves now; a clock that cannot be saved goes on all the same. */
  save(): Promise<void>;
  /** Saves a last time and ends. */
  stop(): Promise<void>;
}

export function keepClock(
  clock: SimulatedClock,
  store: DurableStore,
  log: (line: string) => void,
): ClockKeeper {
  const save = async (): Promise<void> => {
    try {
      const value = JSON.stringify({ now: clock.now(), rate: clock.rate });
      await store.commit([{ key: ['clock', 'reading'], value }]);
    } catch (error) {
      log(`时钟没有保存：${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const timer = setInterval(() => void save(), SAVE_EVERY_MS);
  return {
    save,
    stop: async () => {
      clearInterval(timer);
      await save();
    },
  };
}
