import type { FastifyInstance } from 'fastify';
import { isPlainObject } from '../database/document';
import type { MailBox, ReadMail } from '../mail/mail-box';
import { INVALID_PARAMETER } from './client-error';

/** Shows the mail that functions sent, to tests as data and to people as a page. */
export function addMailRoutes(server: FastifyInstance, mailBox: MailBox): void {
  server.get('/local/mails', () => mailBox.read());

  server.get('/local/mails.html', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(toPage(await mailBox.read())),
  );

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

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

function toArticle({ id, at, from, to, subject, text, attachments }: ReadMail): string {
  const when = new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  const files = attachments.map(
    ({ name, bytes }, index) =>
      `<li><a href="/local/mails/${escape(id)}/attachments/${index}">${escape(name)}</a>（${bytes} 字节）</li>`,
  );
  return `<article>
<h2>${escape(subject)}</h2>
<p>${escape(when)}，发件人 ${escape(from)}，收件人 ${escape(to.join('、'))}</p>
<pre>${escape(text)}</pre>
<ul>${files.join('')}</ul>
</article>`;
}

function toPage(mails: readonly ReadMail[]): string {
  const shown = [...mails].reverse().map(toArticle);
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>本机邮箱</title></head>
<body>
<h1>本机邮箱</h1>
${shown.length === 0 ? '<p>还没有邮件。</p>' : shown.join('\n')}
</body>
</html>
`;
}
