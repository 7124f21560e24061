/** Runs `callback` before the next paint, or soon anyway when the browser does not paint, as in a background tab. */
export function nextFrame(callback: () => void): void {
  let done = false;
  const run = () => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    callback();
  };
  const timer = setTimeout(run, 100);
  const frame = requestAnimationFrame(run);
}
