import type { FastifyInstance } from 'fastify';

/** Adds routes whose bodies come as streams of bytes, whatever type they claim to be. */
export function addRawRoutes(server: FastifyInstance, addRoutes: (scope: FastifyInstance) => void): void {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, parsed) => {
      parsed(null, payload);
    });
    addRoutes(scope);
    done();
  });
}
