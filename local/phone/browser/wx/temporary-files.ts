import { ApiError } from './api-error';

export const USER_DATA_PATH = 'http://usr';

interface StoredFile {
  blob: Blob;
  name: string;
}

/** Files the phone holds: downloaded, chosen or written. They live as long as the page in the browser. */
export class TemporaryFiles {
  private readonly files = new Map<string, StoredFile>();

  /** Keeps a file under a `blob:` address that images can show too. */
  add(blob: Blob, name: string): string {
    const path = URL.createObjectURL(blob);
    this.files.set(path, { blob, name });
    return path;
  }

  async download(address: string, api: string): Promise<{ path: string; statusCode: number }> {
    let response: Response;
    try {
      response = await fetch(address);
    } catch (cause) {
      throw new ApiError(`${api}:fail request:fail`, { cause });
    }
    const name = nameInHeader(response.headers.get('content-disposition')) ?? nameInAddress(address);
    return { path: this.add(await response.blob(), name), statusCode: response.status };
  }

  async blob(path: string): Promise<Blob> {
    const stored = this.files.get(path);
    if (stored) return stored.blob;
    if (!path.startsWith('data:') && !path.startsWith('blob:'))
      throw new Error(`no such file or directory ${path}`);
    const response = await fetch(path);
    return response.blob();
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  write(path: string, blob: Blob): void {
    this.files.set(path, { blob, name: nameInAddress(path) });
  }

  remove(path: string): void {
    if (!this.files.delete(path)) throw new Error(`no such file or directory ${path}`);
  }

  /** WeChat opens documents in a viewer of its own; a browser saves them under their name. */
  async save(path: string, fileType?: string): Promise<void> {
    const blob = await this.blob(path);
    const known = this.files.get(path)?.name ?? 'file';
    const link = document.createElement('a');
    link.href = path.startsWith('blob:') ? path : URL.createObjectURL(blob);
    link.download = fileType !== undefined && !known.includes('.') ? `${known}.${fileType}` : known;
    link.click();
  }
}

function nameInAddress(address: string): string {
  const last = address.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function nameInHeader(header: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(header ?? '')?.[1];
}
