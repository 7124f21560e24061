import type { FastifyInstance } from 'fastify';

/**
 * Keeps other web sites out. The server listens on loopback only, but a page from elsewhere in the same
 * browser could still reach it, by name rebinding or by a cross-site request.
 */
export function addGuard(server: FastifyInstance, port: () => number): void {
  server.addHook('onRequest', async (request, reply) => {
    const hosts = ['localhost', '127.0.0.1'].map((name) => `${name}:${String(port())}`);
    const { host = '', origin } = request.headers;
    if (!hosts.includes(host.includes(':') ? host : `${host}:80`)) {
      return reply.code(403).send(refusal('只能通过 localhost 或 127.0.0.1 访问本地云'));
    }
    if (origin === undefined) return undefined;
    if (!hosts.some((each) => origin === `http://${each}` || `${origin}:80` === `http://${each}`)) {
      return reply.code(403).send(refusal('本地云不接受来自其他网站的请求'));
    }
    void reply.header('access-control-allow-origin', origin).header('vary', 'Origin');
    return undefined;
  });
}

const refusal = (errMsg: string): object => ({ error: { errCode: -501008, errMsg } });
