/** The server's time, UTC milliseconds: the only clock that decides anything. */
export function readClock(): number {
  return Date.now();
}
