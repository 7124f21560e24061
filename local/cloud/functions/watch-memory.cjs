/**
 * Ends a worker whose objects and buffers outgrow what the function has. V8 itself holds a thread to a limit of objects
 * only; buffers lie outside of it.
 */
const { clearInterval, setInterval } = require('node:timers');
const { getHeapStatistics } = require('node:v8');

const POLL_MS = 20;

const usedBytes = () => {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
};

// The server's process lets it out for every thread; the function is not to have it.
const { gc: collectGarbage } = globalThis;
delete globalThis.gc;

/** Garbage takes no memory that a function needs: it is cleared away before a function is called too large. */
const isBeyond = (mostBytes) => {
  if (usedBytes() <= mostBytes) return false;
  collectGarbage();
  // Buffers that the first one let go are counted until the next.
  collectGarbage();
  return usedBytes() > mostBytes;
};

/** Runs a task and calls `onExceeded` at most once, as soon as more than `mostBytes` are seen in use. */
exports.watchMemory = async (mostBytes, onExceeded, task) => {
  let isExceeded = false;
  const look = () => {
    if (isExceeded || !isBeyond(mostBytes)) return;
    isExceeded = true;
    onExceeded();
  };
  const poll = setInterval(look, POLL_MS);
  try {
    const result = await task();
    look();
    return result;
  } finally {
    clearInterval(poll);
  }
};
