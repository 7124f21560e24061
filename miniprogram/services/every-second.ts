const secondMs = 1000;

/** Does something at once and every second; the returned function ends it. */
export function everySecond(work: () => void): () => void {
  work();
  const timer = setInterval(work, secondMs);
  return () => {
    clearInterval(timer);
  };
}
