import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

export interface StubServer {
  origin: string;
  uploads: { path: string | null; as: string | null; body: string }[];
  close(): Promise<void>;
}

/** The part of the local server that the phone talks to, with answers made up, and the built files. */
export async function startStubServer(webFolder: string): Promise<StubServer> {
  let clock = { now: Date.parse('2018-10-10T15:40:00+08:00'), rate: 1 };
  let setAt = Date.now();
  const uploads: StubServer['uploads'] = [];

  const answer = async (request: IncomingMessage, url: URL): Promise<unknown> => {
    const body = await readBody(request);
    switch (url.pathname) {
      case '/local/clock':
        if (request.method === 'PUT') {
          clock = JSON.parse(body) as typeof clock;
          setAt = Date.now();
        }
        return { now: clock.now + (Date.now() - setAt) * clock.rate, rate: clock.rate };
      case '/local/people':
        return [
          { id: 'visitor', label: '访客' },
          { id: 'organiser', label: '基地人员' },
        ];
      case '/local/call': {
        const call = JSON.parse(body) as { function: string; data: object; as: string };
        if (call.function === 'echo') return { result: { ...call.data, as: call.as } };
        return { error: { errCode: -504002, errMsg: 'function failed' } };
      }
      case '/local/temp-urls': {
        const { fileList } = JSON.parse(body) as { fileList: string[] };
        return {
          fileList: fileList.map((fileID) => ({
            fileID,
            tempFileURL: '/local/files/summary.xlsx',
            status: 0,
            errMsg: 'ok',
          })),
        };
      }
      case '/local/upload':
        uploads.push({ path: url.searchParams.get('path'), as: url.searchParams.get('as'), body });
        return { fileID: 'cloud://demo/uploaded' };
      default:
        return undefined;
    }
  };

  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stub');
    answer(request, url)
      .then(async (json) => {
        if (json !== undefined) {
          response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json));
          return;
        }
        if (url.pathname === '/local/files/summary.xlsx') {
          response.writeHead(200).end('a workbook');
          return;
        }
        const file = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
        const content = await readFile(join(webFolder, file));
        response
          .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
          .end(content);
      })
      .catch(() => {
        response.writeHead(404).end();
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    uploads,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
