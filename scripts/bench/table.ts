/** What was measured of one action, or of something else: a row of the table. */
export interface Measured {
  title: string;
  kind: 'read' | 'write' | 'other';
  /** Milliseconds, one for each round. */
  taken: readonly number[];
  /** Of the last answer. */
  bytes: number | null;
  /** The most any round made. */
  databaseCalls: number | null;
}

/** One bare read and one bare write in the same run, 95th percentile in milliseconds. */
export interface Bare {
  read: number;
  write: number;
}

/** A write is to be below, at its 95th percentile. */
const longestWriteMs = 100;

/** The value below which a share of the values lies. */
export function percentile(taken: readonly number[], share: number): number {
  const sorted = [...taken].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

function line(title: string, cells: readonly string[]): string {
  return title.padEnd(30) + cells.map((cell) => cell.padStart(9)).join('');
}

export function heading(): string {
  return line('', ['p50 ms', 'p95 ms', '× bare', 'db calls', 'bytes', 'rounds']);
}

/** The row of what was measured; the ratio is that of its p95 to a bare read's or write's. */
export function row({ title, kind, taken, bytes, databaseCalls }: Measured, bare: Bare): string {
  const p95 = percentile(taken, 0.95);
  return line(title, [
    percentile(taken, 0.5).toFixed(1),
    p95.toFixed(1),
    kind === 'other' ? '–' : (p95 / bare[kind]).toFixed(1),
    databaseCalls === null ? '–' : String(databaseCalls),
    bytes === null ? '–' : String(bytes),
    String(taken.length),
  ]);
}

/** Which writes take too long. */
export function slowWrites(all: readonly Measured[]): string {
  const slow = all
    .map(({ title, kind, taken }) => ({ title, kind, p95: percentile(taken, 0.95) }))
    .filter(({ kind, p95 }) => kind === 'write' && p95 > longestWriteMs)
    .map(({ title, p95 }) => `${title} (${p95.toFixed(0)} ms)`);
  return slow.length === 0
    ? `No write is above ${longestWriteMs} ms at its p95.`
    : `Writes above ${longestWriteMs} ms at their p95: ${slow.join(', ')}.`;
}
