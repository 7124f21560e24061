import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localHeader } from './local-header';

/** Pages that a person opens by their address: a browser sends no header of ours then, and they hold no data. */
const openedByAddress = new Set(['/local/mails.html']);

/** No page may frame what is served here, and none of another site may load it as a picture or a script. */
const answerHeaders = {
  'x-frame-options': 'DENY',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Keeps other web sites out. The server listens on loopback only, but a page from elsewhere in the same
 * browser could still reach it, by name rebinding or by a cross-site request.
 */
export function addGuard(server: FastifyInstance, port: () => number): void {
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(answerHeaders);
    const hosts = ['localhost', '127.0.0.1'].map((name) => `${name}:${String(port())}`);
    const { host = '', origin } = request.headers;
    if (!hosts.includes(host.includes(':') ? host : `${host}:80`)) {
      return refuse(reply, '只能通过 localhost 或 127.0.0.1 访问本地云');
    }
    const isOurs = hosts.some((each) => origin === `http://${each}` || `${origin}:80` === `http://${each}`);
    if (origin !== undefined && !isOurs) return refuse(reply, '本地云不接受来自其他网站的请求');
    if (needsHeader(request) && !hasHeader(request)) {
      return refuse(reply, '访问 /local/ 下的地址要带请求头 x-local-cloud: 1');
    }
    if (origin !== undefined)
      void reply.header('access-control-allow-origin', origin).header('vary', 'Origin');
    return undefined;
  });
}

/** The route decides, not the address as it was written: `/%6cocal/people` is the same. */
function needsHeader({ routeOptions: { url = '' } }: FastifyRequest): boolean {
  return url.startsWith('/local/') && !openedByAddress.has(url);
}

function hasHeader({ headers }: FastifyRequest): boolean {
  return Object.entries(localHeader).every(([name, value]) => headers[name] === value);
}

const refuse = (reply: FastifyReply, errMsg: string): FastifyReply =>
  reply.code(403).send({ error: { errCode: -501008, errMsg } });
