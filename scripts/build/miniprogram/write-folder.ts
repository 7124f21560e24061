import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Makes a folder hold exactly these files. Files that are right already are not touched, so watchers stay quiet. */
export function writeFolder(folder: string, files: Map<string, string | Buffer>): void {
  mkdirSync(folder, { recursive: true });
  for (const relative of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, relative);
    if (!files.has(relative.split(path.sep).join('/')) && statSync(file).isFile()) rmSync(file);
  }
  for (const [relative, content] of files) {
    const file = path.join(folder, relative);
    const bytes = Buffer.from(content);
    if (existsSync(file) && readFileSync(file).equals(bytes)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  removeEmptyFolders(folder);
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inner = path.join(folder, entry.name);
    removeEmptyFolders(inner);
    if (readdirSync(inner).length === 0) rmSync(inner, { recursive: true });
  }
}
