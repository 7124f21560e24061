/** The code that V8 made of a function, and of which source. */
export interface MadeCode {
  digest: string;
  code: Uint8Array;
}

/** By entry file. It outlives a local cloud, for tests run many, one after another, in one process. */
const made = new Map<string, MadeCode>();

/** What was made of a function for an instance before; the instance sees whether it is of the source it loads. */
export function madeCodeOf(entry: string): MadeCode | undefined {
  return made.get(entry);
}

/** Keeps what was made of a function for the instances that follow. */
export function keepMadeCode(entry: string, code: MadeCode): void {
  made.set(entry, code);
}
