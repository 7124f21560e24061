import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CloudError, invalidParameter, notSupported } from '../cloud-error';
import { isPlainObject } from '../database/document';
import type { Faults } from '../faults/faults';
import { countRequest } from '../functions/database-calls';
import type { FunctionRunner } from '../functions/function-runner';
import type { Invocation } from '../functions/invocation';
import { LocalCloudError } from '../local-cloud-error';
import type { OpenApi } from '../open-api/open-api';
import { decodeOpenApiRequest, encodeOpenApiAnswer } from '../open-api/open-api-wire';
import { readForm } from './multipart-form';
import type { Action } from './request-fields';
import { readRequestOrder, type RequestOrder } from '../functions/request-order';

const LARGEST_REQUEST_BYTES = 20 * 1024 * 1024;

interface AdminOptions {
  actions: Readonly<Record<string, Action>>;
  runner: FunctionRunner;
  openApi: OpenApi;
  faults: Faults;
  log: (line: string) => void;
}

/** The one address the SDK talks to. It answers 200 with JSON whatever happens, for the SDK reads nothing else. */
export function addAdminRoute(server: FastifyInstance, options: AdminOptions): void {
  const { actions, runner, openApi, faults, log } = options;

  const invocationOf = (token: unknown): Invocation => {
    const invocation = runner.invocationOf(token);
    if (!invocation) {
      throw new CloudError('INVALID_REQUEST_SOURCE', 'the request belongs to no running function');
    }
    return invocation;
  };

  const answerAction = async (body: unknown, order: RequestOrder): Promise<Record<string, unknown>> => {
    if (!isPlainObject(body) || typeof body.action !== 'string') throw invalidParameter('no action');
    const action = actions[body.action];
    if (!action) throw notSupported(body.action);
    const invocation = invocationOf(body.wxCloudApiToken);
    countRequest(invocation.databaseCalls, body.action);
    await faults.strike(body.action, body.collectionName);
    return action({ fields: body, invocation, order });
  };

  const answerOpenApi = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = await readForm(request.headers, request.body as Readable);
    const { apiName, wxCloudApiToken, requestData } = form;
    if (form.action !== 'wx.openApi' || typeof apiName !== 'string' || !(requestData instanceof Uint8Array)) {
      throw invalidParameter('not a request of an open interface');
    }
    const invocation = invocationOf(wxCloudApiToken);
    await faults.strike('wx.openApi', apiName);
    const permitted = runner.definitionOf(invocation.functionName)?.openApis ?? new Set<string>();
    const answer = openApi.call(apiName, decodeOpenApiRequest(requestData), invocation, permitted);
    return reply.type('application/octet-stream').send(encodeOpenApiAnswer(answer));
  };

  server.post('/admin', { bodyLimit: LARGEST_REQUEST_BYTES }, async (request, reply) => {
    const requestId = randomUUID();
    try {
      const isForm = request.headers['content-type']?.startsWith('multipart/form-data') === true;
      if (isForm) return await answerOpenApi(request, reply);
      return await reply.send({
        requestId,
        ...(await answerAction(request.body, readRequestOrder(request.headers))),
      });
    } catch (error) {
      return reply.send({ requestId, ...describeFailure(error, log) });
    }
  });
}

/** A failure in the words of the platform; what it has no words for is logged. */
function describeFailure(error: unknown, log: (line: string) => void): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message };
  if (error instanceof LocalCloudError) {
    log(error.message);
    return { code: 'SYS_ERR', message: error.message };
  }
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}
