import { createHmac, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { storageForbidden } from '../cloud-error';
import { diskFullWhileRunning, isDiskFull } from '../store/disk-room';
import type { DurableStore } from '../store/durable-store';
import type { StorageRules } from './storage-rules';

/** A stored file: the bytes lie under an opaque name, so that a replaced file never changes under a reader. */
export interface StoredFile {
  path: string;
  blob: string;
  size: number;
  /** Who uploaded it from a phone; absent for what a function wrote. */
  creator?: string;
}

/** An upload that a function or the phone announced. */
interface UploadTicket {
  path: string;
  expires: number;
}

const TICKET_LIFE_MS = 15 * 60_000;

/** The files of the cloud: their bytes in a folder (or in memory), what they are called in the store. */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  readonly #paths = new Map<string, string>();
  readonly #memory = new Map<string, Buffer>();
  /** Paths that a phone is writing to, and whose phone it is. */
  readonly #claims = new Map<string, string>();
  readonly #tickets = new Map<string, UploadTicket>();
  readonly #secret = randomBytes(32);

  constructor(
    private readonly store: DurableStore,
    private readonly rules: StorageRules,
    /** Absent: bytes are kept in memory. */
    private readonly folder?: string,
  ) {}

  /** Takes over a file's description that was read from the store. */
  load(text: string): void {
    this.#remember(JSON.parse(text) as StoredFile);
  }

  /**
   * Clears the folder of what no description names: parts of uploads that a kill interrupted are removed, whole files
   * are put aside, since they are somebody's when the store was put back from an older copy.
   */
  async clearLeftovers(): Promise<void> {
    if (this.folder === undefined) return;
    await mkdir(this.folder, { recursive: true });
    const aside = `${this.folder}-unnamed`;
    for (const name of await readdir(this.folder)) {
      if (this.#paths.has(name)) continue;
      if (name.endsWith('.part')) {
        await rm(join(this.folder, name), { force: true });
      } else {
        await mkdir(aside, { recursive: true });
        await rename(join(this.folder, name), join(aside, name));
      }
    }
  }

  get(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }

  /** A one-time permission to upload to a path. */
  announce(path: string): string {
    for (const [name, { expires }] of this.#tickets) if (expires < Date.now()) this.#tickets.delete(name);
    const ticket = randomBytes(16).toString('hex');
    this.#tickets.set(ticket, { path, expires: Date.now() + TICKET_LIFE_MS });
    return ticket;
  }

  redeem(ticket: string): string | undefined {
    const found = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return found && found.expires >= Date.now() ? found.path : undefined;
  }

  /** All files, in the order of their paths. */
  get list(): StoredFile[] {
    return [...this.#files.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  /** Whether a phone may read a file; a phone that nobody is logged in on has no openid. */
  mayRead({ path, size, creator }: StoredFile, openid: string | null): boolean {
    const auth = openid === null ? null : { openid };
    return this.rules.read({ auth, resource: { path, size, openid: creator ?? '' } });
  }

  /**
   * Stores what a phone uploads if the storage's rule lets it: the file belongs to who put it there first, and what a
   * function wrote to nobody. Throws the platform's error when it may not.
   */
  async writeAsPerson(
    path: string,
    creator: string,
    size: number,
    bytes: AsyncIterable<Buffer | Uint8Array>,
  ): Promise<void> {
    const there = this.#files.get(path);
    const openid = this.#claims.get(path) ?? (there ? (there.creator ?? '') : creator);
    if (!this.rules.write({ auth: { openid: creator }, resource: { openid, path, size } }))
      throw storageForbidden('write');
    this.#claims.set(path, creator);
    try {
      await this.write(path, bytes, creator);
    } finally {
      this.#claims.delete(path);
    }
  }

  /** Stores the bytes of a path whole or not at all. */
  async write(path: string, bytes: AsyncIterable<Buffer | Uint8Array>, creator?: string): Promise<void> {
    const blob = randomBytes(16).toString('hex');
    try {
      const size = await this.#writeBytes(blob, bytes);
      const file: StoredFile = { path, blob, size, ...(creator === undefined ? {} : { creator }) };
      await this.store.commit([{ key: ['file', path], value: JSON.stringify(file) }]);
      const previous = this.#files.get(path);
      this.#remember(file);
      if (previous) await this.#removeBytes(previous.blob);
    } catch (error) {
      await this.#removeBytes(blob);
      throw isDiskFull(error) ? diskFullWhileRunning('文件', error) : error;
    }
  }

  /** Removes a file; says whether there was one. */
  async remove(path: string): Promise<boolean> {
    const file = this.#files.get(path);
    if (!file) return false;
    await this.store.commit([{ key: ['file', path] }]);
    this.#files.delete(path);
    this.#paths.delete(file.blob);
    await this.#removeBytes(file.blob);
    return true;
  }

  /** An opaque name for a download that works for some seconds of real time. */
  sign(file: StoredFile, seconds: number): string {
    const expires = String(Math.floor(Date.now() / 1000) + seconds);
    return `${file.blob}-${expires}-${this.#signature(file.blob, expires)}`;
  }

  /** The file a signed name stands for, unless the name is forged or too old. */
  verify(name: string): StoredFile | undefined {
    const [blob = '', expires = '', signature] = name.split('-');
    if (signature !== this.#signature(blob, expires) || Number(expires) * 1000 < Date.now()) return undefined;
    return this.#files.get(this.#paths.get(blob) ?? '');
  }

  read({ blob }: StoredFile): Readable {
    if (this.folder !== undefined) return createReadStream(join(this.folder, blob));
    return Readable.from([this.#memory.get(blob) ?? Buffer.alloc(0)]);
  }

  #remember(file: StoredFile): void {
    const previous = this.#files.get(file.path);
    if (previous) this.#paths.delete(previous.blob);
    this.#files.set(file.path, file);
    this.#paths.set(file.blob, file.path);
  }

  #signature(blob: string, expires: string): string {
    return createHmac('sha256', this.#secret).update(`${blob}-${expires}`).digest('hex').slice(0, 32);
  }

  async #writeBytes(blob: string, bytes: AsyncIterable<Buffer | Uint8Array>): Promise<number> {
    if (this.folder === undefined) {
      const parts: Uint8Array[] = [];
      for await (const part of bytes) parts.push(part);
      this.#memory.set(blob, Buffer.concat(parts));
      return this.#memory.get(blob)?.length ?? 0;
    }
    const temporary = join(this.folder, `${blob}.part`);
    let size = 0;
    const file = await open(temporary, 'wx');
    try {
      for await (const part of bytes) {
        await file.writeFile(part);
        size += part.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(this.folder, blob));
    await syncFolder(this.folder);
    return size;
  }

  async #removeBytes(blob: string): Promise<void> {
    this.#memory.delete(blob);
    if (this.folder === undefined) return;
    await rm(join(this.folder, blob), { force: true });
    await rm(join(this.folder, `${blob}.part`), { force: true });
  }
}

/** A rename is durable only when its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
