import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { PhoneBuildError } from './build-error';

/** Reads the files of one built mini-program by their path from its root, and resolves the paths that WeChat resolves. */
export class MiniprogramFolder {
  constructor(readonly root: string) {
    if (!existsSync(join(root, 'app.json'))) {
      throw new PhoneBuildError(`${root} holds no app.json: build the mini-program first`);
    }
  }

  absolute(path: string): string {
    return join(this.root, path);
  }

  relative(absolutePath: string): string {
    return relative(this.root, absolutePath).split(sep).join('/');
  }

  has(path: string): boolean {
    const absolute = this.absolute(path);
    return existsSync(absolute) && statSync(absolute).isFile();
  }

  read(path: string, neededBy: string): string {
    if (!this.has(path)) throw new PhoneBuildError(`${path} is missing, needed by ${neededBy}`);
    return readFileSync(this.absolute(path), 'utf8');
  }

  readJson(path: string, neededBy: string): unknown {
    const text = this.read(path, neededBy);
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new PhoneBuildError(`${path} is not valid JSON`, { cause });
    }
  }

  /** The path, from the root, of a reference written in `from`: absolute, relative, or by the name of an npm package. */
  resolve(reference: string, from: string, extension: string): string | undefined {
    const folder = posix.dirname(from);
    const candidates = reference.startsWith('/')
      ? [posix.normalize(reference.slice(1))]
      : [
          posix.join(folder, reference),
          ...(reference.startsWith('.') ? [] : this.npmCandidates(reference, folder)),
        ];
    for (const candidate of candidates) {
      if (candidate.startsWith('..')) continue;
      const bare = candidate.endsWith(extension) ? candidate.slice(0, -extension.length) : candidate;
      if (this.has(bare + extension)) return bare;
      if (this.has(`${bare}/index${extension}`)) return `${bare}/index`;
    }
    return undefined;
  }

  /** The absolute file that `require('name')` means: the nearest miniprogram_npm above the file that asks. */
  resolveNpmScript(name: string, importer: string): string | undefined {
    const from = this.relative(importer);
    if (from.startsWith('..')) return undefined;
    for (const candidate of this.npmCandidates(name, posix.dirname(from))) {
      for (const file of [candidate, `${candidate}.js`, `${candidate}/index.js`]) {
        if (this.has(file)) return this.absolute(file);
      }
    }
    return undefined;
  }

  private npmCandidates(name: string, folder: string): string[] {
    const candidates: string[] = [];
    let current = folder === '.' ? '' : folder;
    for (;;) {
      candidates.push(posix.join(current, 'miniprogram_npm', name));
      if (current === '') return candidates;
      const parent = dirname(current);
      current = parent === '.' ? '' : parent;
    }
  }
}
