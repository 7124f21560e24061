import type { IncomingHttpHeaders } from 'node:http';

/** When an instance sent a request, in relation to its others: see `number-requests.cjs`. */
export interface RequestOrder {
  /** Later requests have higher numbers. */
  number: number;
  /** Those that were not answered yet when it was sent. */
  unanswered: ReadonlySet<number>;
}

export const readRequestOrder = (headers: IncomingHttpHeaders): RequestOrder => ({
  number: Number(headers['x-request-number'] ?? 0),
  unanswered: new Set(
    String(headers['x-requests-unanswered'] ?? '')
      .split(' ')
      .map(Number),
  ),
});

/** Whether two requests of an instance were under way at the same time. */
export const isAtTheSameTime = (one: RequestOrder, other: RequestOrder): boolean =>
  one.unanswered.has(other.number) || other.unanswered.has(one.number);
