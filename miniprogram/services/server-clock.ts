import { readPhoneClock } from '../platform/phone-clock';

let ahead = 0;

/** Learns how far the server's clock is ahead of the phone's, from an answer that has just arrived. */
export function learnServerTime(serverNow: number): void {
  ahead = serverNow - readPhoneClock();
}

/** The server's time as far as the phone knows: good for a countdown, never for a decision. */
export function serverNow(): number {
  return readPhoneClock() + ahead;
}
