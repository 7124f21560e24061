import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { addRawRoutes } from '../routes/raw-bodies';
import { contentTypeOf } from './content-type';
import type { FileStore } from './file-store';

const LARGEST_FILE_BYTES = 100 * 1024 * 1024;

/** Upload and download as the SDK does them: raw bytes to and from opaque addresses. */
export function addFileRoutes(server: FastifyInstance, files: FileStore): void {
  addRawRoutes(server, (scope) => {
    scope.put<{ Params: { ticket: string } }>(
      '/upload/:ticket',
      { bodyLimit: LARGEST_FILE_BYTES },
      async (request, reply) => {
        const path = files.redeem(request.params.ticket);
        if (path === undefined)
          return reply.type('application/xml').send(uploadError('上传地址无效或已过期'));
        try {
          await files.write(path, request.body as Readable);
          return await reply.send('');
        } catch (error) {
          // The SDK ignores the status and takes only this form for a failure.
          return reply.type('application/xml').send(uploadError((error as Error).message));
        }
      },
    );
  });

  server.get<{ Params: { name: string } }>('/files/:name', async (request, reply) => {
    const file = files.verify(request.params.name);
    if (!file) return reply.code(403).send({ message: '下载地址无效或已过期' });
    return reply
      .type(contentTypeOf(file.path))
      .header('content-length', file.size)
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(basename(file.path))}`)
      .send(files.read(file));
  });
}

const uploadError = (message: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><Error><Code>UploadFailed</Code><Message>${message.replace(
    /[<>&]/g,
    ' ',
  )}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
