import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';

/** The parts of a form: texts as text, everything else as bytes. */
export type Form = Record<string, string | Buffer>;

const LARGEST_PART_BYTES = 12 * 1024 * 1024;

export function readForm(headers: IncomingHttpHeaders, body: Readable): Promise<Form> {
  return new Promise((resolve, reject) => {
    const form: Form = {};
    const parser = busboy({
      headers,
      limits: { fieldSize: LARGEST_PART_BYTES, fileSize: LARGEST_PART_BYTES },
    });
    parser.on('field', (name, value) => {
      form[name] = value;
    });
    parser.on('file', (name, stream) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        form[name] = Buffer.concat(parts);
      });
    });
    parser.on('close', () => {
      resolve(form);
    });
    parser.on('error', reject);
    body.on('error', reject);
    body.pipe(parser);
  });
}
