import type { DurableStore } from './durable-store';

/** Keeps nothing: for tests, where a fresh and fast start matters more than a restart. */
export const createMemoryStore = (): DurableStore => ({
  load: () => [],
  commit: () => Promise.resolve(),
  close: () => Promise.resolve(),
});
