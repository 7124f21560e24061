/** The phone's own time, which may be wrong: only differences of it are used. */
export function readPhoneClock(): number {
  return Date.now();
}
