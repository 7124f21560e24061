import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { isPlainObject } from '../database/document';
import type { MailBox } from '../mail/mail-box';
import { INVALID_PARAMETER } from './client-error';

/** Shows the mail that functions sent, to tests as data and to people as a page. */
export function addMailRoutes(server: FastifyInstance, mailBox: MailBox): void {
  server.get('/local/mails', () => mailBox.read());

  const page = readFileSync(new URL('../mail/mails.html', import.meta.url), 'utf8');
  server.get('/local/mails.html', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));

  server.get<{ Params: { id: string; index: string } }>(
    '/local/mails/:id/attachments/:index',
    async (request, reply) => {
      const found = await mailBox.attachment(request.params.id, Number(request.params.index));
      if (!found)
        return reply.code(404).send({ error: { errCode: INVALID_PARAMETER, errMsg: '没有这个附件' } });
      return reply
        .type('application/octet-stream')
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(found.filename ?? 'attachment')}`,
        )
        .send(found.content);
    },
  );

  server.post<{ Body: unknown }>('/local/mail-refusals', async (request, reply) => {
    const { code, text, times } = isPlainObject(request.body) ? request.body : {};
    if (typeof code !== 'number' || code < 400 || code > 599 || typeof text !== 'string') {
      return reply
        .code(400)
        .send({ error: { errCode: INVALID_PARAMETER, errMsg: '需要 400 到 599 的 code 和 text' } });
    }
    mailBox.refuseNext({ code, text, times: typeof times === 'number' ? times : 1 });
    return reply.send({ ok: true });
  });
}
