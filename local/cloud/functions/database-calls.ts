/** How many requests of a call went to the database. */
export interface DatabaseCalls {
  total: number;
  /** By action of the protocol, such as `database.getDocument`. */
  byAction: Record<string, number>;
}

export const noDatabaseCalls = (): DatabaseCalls => ({ total: 0, byAction: {} });

/** Counts a request if it is one of the database; one that fails counts as well, for it went there. */
export function countRequest(calls: DatabaseCalls, action: string): void {
  if (!action.startsWith('database.')) return;
  calls.total += 1;
  calls.byAction[action] = (calls.byAction[action] ?? 0) + 1;
}
