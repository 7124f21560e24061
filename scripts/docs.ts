import { mkdir, writeFile } from 'node:fs/promises';
import { printedDocs } from './docs/printed-docs';

await mkdir('docs', { recursive: true });
for (const [file, text] of printedDocs()) {
  await writeFile(file, text);
  console.log(file);
}
