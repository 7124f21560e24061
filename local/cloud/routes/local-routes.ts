import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { storageForbidden } from '../cloud-error';
import type { ClockKeeper } from '../clock/keep-clock';
import type { SimulatedClock } from '../clock/simulated-clock';
import type { Database } from '../database/database';
import { cloneValue, isPlainObject, type StoredDocument } from '../database/document';
import { readEjson, writeEjson } from '../database/ejson';
import { removePlan, replacePlan, withId } from '../database/write-plans';
import type { Faults } from '../faults/faults';
import type { FileStore } from '../files/file-store';
import { noDatabaseCalls } from '../functions/database-calls';
import type { FunctionRunner } from '../functions/function-runner';
import type { MessagePush } from '../open-api/message-push';
import type { OpenApi } from '../open-api/open-api';
import { fileIdOf, pathOfFileId } from '../platform-names';
import { checkedPath, downloadEntry, type DownloadEntry } from '../protocol/storage-actions';
import type { Timers } from '../timers/timers';
import { INVALID_PARAMETER, INVALID_SOURCE, toClientError } from './client-error';
import type { People } from './people';
import { addRawRoutes } from './raw-bodies';

export interface LocalRoutesOptions {
  people: People;
  clock: SimulatedClock;
  keeper: ClockKeeper;
  database: Database;
  runner: FunctionRunner;
  files: FileStore;
  openApi: OpenApi;
  push: MessagePush;
  timers: Timers;
  faults: Faults;
}

/** As on the platform: what a phone may send to a function at most. */
const LARGEST_CALL_BYTES = 6 * 1024 * 1024;
const LARGEST_IMPORT_BYTES = 64 * 1024 * 1024;
const LARGEST_FILE_BYTES = 100 * 1024 * 1024;
const PHONE_URL_SECONDS = 86_400;

const UNKNOWN_PERSON = '没有选择身份，或这个身份不存在';

const isActions = (value: unknown): value is string | string[] =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'));

const sendError = (reply: FastifyReply, status: number, errCode: number, errMsg: string): FastifyReply =>
  reply.code(status).send({ error: { errCode, errMsg } });

/** What the browser host, the shell and the tests use; a phone or a deployed function has none of it. */
export function addLocalRoutes(server: FastifyInstance, options: LocalRoutesOptions): void {
  addPeopleRoutes(server, options);
  addCallRoutes(server, options);
  addTimerRoutes(server, options);
  addFaultRoutes(server, options);
  addClockRoutes(server, options);
  addFileRoutes(server, options);
  addOpenApiRoutes(server, options);
  addDocumentRoutes(server, options);
}

function addPeopleRoutes(server: FastifyInstance, { people }: LocalRoutesOptions): void {
  server.get('/local/people', () => people.list.map(({ id, label }) => ({ id, label })));

  server.post<{ Body: unknown }>('/local/people', async (request, reply) => {
    const { id, label, openid } = isPlainObject(request.body) ? request.body : {};
    const isNamed = [id, label, openid].every((each) => typeof each === 'string' && each !== '');
    if (!isNamed || /^\d*$/.test(String(openid))) {
      return sendError(reply, 400, INVALID_PARAMETER, '需要 id、label 和不全是数字的 openid');
    }
    people.add({ id: String(id), label: String(label), openid: String(openid) });
    return reply.send({ ok: true });
  });
}

function addCallRoutes(
  server: FastifyInstance,
  { people, runner, database, clock }: LocalRoutesOptions,
): void {
  server.get('/local/health', () => ({ ok: true, collections: database.collectionNames }));

  server.post<{ Body: { function?: unknown; data?: unknown; as?: unknown } | null }>(
    '/local/call',
    { bodyLimit: LARGEST_CALL_BYTES },
    async (request, reply) => {
      const { function: name, data = {}, as } = request.body ?? {};
      const person = people.find(as);
      if (!person) return sendError(reply, 403, INVALID_SOURCE, UNKNOWN_PERSON);
      if (typeof name !== 'string' || !isPlainObject(data)) {
        return sendError(reply, 400, INVALID_PARAMETER, '需要云函数名 function 和对象 data');
      }
      people.noteHere(person, clock.now());
      const databaseCalls = noDatabaseCalls();
      try {
        const result = await runner.run({
          name,
          event: data,
          source: 'wx_client',
          openid: person.openid,
          databaseCalls,
        });
        return await reply.send({ result: JSON.parse(result) as unknown, databaseCalls });
      } catch (error) {
        return reply.send({ error: toClientError(error) });
      }
    },
  );
}

function addTimerRoutes(server: FastifyInstance, { timers }: LocalRoutesOptions): void {
  server.get('/local/timers/idle', async () => {
    await timers.idle();
    return { ok: true };
  });

  server.post<{ Params: { function: string } }>('/local/timers/:function', async (request, reply) => {
    const name = request.params.function;
    try {
      const result = await timers.fire(name);
      if (result === undefined) {
        return await sendError(reply, 404, INVALID_PARAMETER, `云函数 ${name} 没有定时触发器`);
      }
      return await reply.send({ result: JSON.parse(result) as unknown });
    } catch (error) {
      return reply.send({ error: toClientError(error) });
    }
  });
}

function addFaultRoutes(server: FastifyInstance, { faults }: LocalRoutesOptions): void {
  server.post<{ Body: unknown }>('/local/faults', async (request, reply) => {
    const { body } = request;
    if (!isPlainObject(body) || !isActions(body.action) || typeof body.times !== 'number') {
      return sendError(reply, 400, INVALID_PARAMETER, '需要 action（一个或几个）和 times');
    }
    faults.add({
      action: body.action,
      times: body.times,
      ...(typeof body.skip === 'number' ? { skip: body.skip } : {}),
      ...(typeof body.collection === 'string' ? { collection: body.collection } : {}),
      ...(typeof body.delayMs === 'number' ? { delayMs: body.delayMs } : {}),
      ...(typeof body.errorCode === 'string' ? { errorCode: body.errorCode } : {}),
    });
    return reply.send({ ok: true });
  });

  server.delete('/local/faults', () => {
    faults.clear();
    return { ok: true };
  });
}

function addClockRoutes(server: FastifyInstance, { clock, keeper }: LocalRoutesOptions): void {
  const reading = () => ({ now: clock.now(), rate: clock.rate });
  server.get('/local/clock', reading);

  server.put<{ Body: unknown }>('/local/clock', async (request, reply) => {
    const { now, rate } = isPlainObject(request.body) ? request.body : {};
    const isTime = now === undefined || (typeof now === 'number' && !Number.isNaN(new Date(now).getTime()));
    const isRate = rate === undefined || (typeof rate === 'number' && rate >= 0 && rate <= 100_000);
    if (!isTime || !isRate)
      return sendError(reply, 400, INVALID_PARAMETER, 'now 是毫秒数，rate 是 0 到 100000 的数');
    clock.set({
      ...(now === undefined ? {} : { now: Math.floor(now) }),
      ...(rate === undefined ? {} : { rate }),
    });
    await keeper.save();
    return reply.send(reading());
  });
}

function addFileRoutes(server: FastifyInstance, { people, files }: LocalRoutesOptions): void {
  server.post<{ Body: unknown }>('/local/temp-urls', async (request, reply) => {
    const { fileList: list, as } = isPlainObject(request.body) ? request.body : {};
    if (!Array.isArray(list)) return sendError(reply, 400, INVALID_PARAMETER, '需要 fileList');
    const base = `http://${request.headers.host ?? ''}`;
    const openid = people.find(as)?.openid ?? null;
    const fileList = list.map((item: unknown) => {
      const fileId = String(isPlainObject(item) ? item.fileID : item);
      return phoneAddress(files, openid, downloadEntry(files, base, fileId, PHONE_URL_SECONDS));
    });
    return reply.send({ fileList });
  });

  server.get('/local/files', (request) => {
    const base = `http://${request.headers.host ?? ''}`;
    return files.list.map(({ path, size, creator = null }) => {
      const { fileID, tempFileURL } = downloadEntry(files, base, fileIdOf(path), PHONE_URL_SECONDS);
      return { fileID, path, size, creator, tempFileURL };
    });
  });

  addRawRoutes(server, (scope) => {
    scope.put<{ Querystring: { path?: string } }>(
      '/local/files',
      { bodyLimit: LARGEST_FILE_BYTES },
      async (request, reply) => {
        const { path = '' } = request.query;
        if (path === '') return sendError(reply, 400, INVALID_PARAMETER, '需要 path');
        await files.write(checkedPath(path), request.body as Readable);
        return reply.send({ fileID: fileIdOf(path) });
      },
    );

    scope.post<{ Querystring: { path?: string; as?: string } }>(
      '/local/upload',
      { bodyLimit: LARGEST_FILE_BYTES },
      async (request, reply) => {
        const { path = '', as } = request.query;
        const person = people.find(as);
        if (!person) return sendError(reply, 403, INVALID_SOURCE, UNKNOWN_PERSON);
        try {
          if (path === '') return await sendError(reply, 400, INVALID_PARAMETER, '需要 path');
          const size = Number(request.headers['content-length']);
          await files.writeAsPerson(checkedPath(path), person.openid, size, request.body as Readable);
          return await reply.send({ fileID: fileIdOf(path) });
        } catch (error) {
          return reply.send({ error: toClientError(error) });
        }
      },
    );
  });
}

/** An address of a file as a phone gets it: only of what the storage's rule lets it read. */
function phoneAddress(
  files: FileStore,
  openid: string | null,
  { fileID, tempFileURL, message }: DownloadEntry,
): object {
  const file = files.get(pathOfFileId(fileID) ?? '');
  if (file === undefined) return { fileID, tempFileURL, status: -503003, errMsg: message };
  if (files.mayRead(file, openid)) return { fileID, tempFileURL, status: 0, errMsg: 'ok' };
  const { errCode, errMsg } = toClientError(storageForbidden('read'));
  return { fileID, tempFileURL: '', status: errCode, errMsg };
}

function addOpenApiRoutes(server: FastifyInstance, { openApi, push }: LocalRoutesOptions): void {
  server.get('/local/pushes/idle', async () => {
    await push.idle();
    return { ok: true };
  });

  server.post<{ Body: unknown }>('/local/pushes', async (request, reply) => {
    if (!isPlainObject(request.body)) return sendError(reply, 400, INVALID_PARAMETER, '需要消息，一个对象');
    try {
      const result = await push.deliver(request.body);
      return await reply.send({ result: result === undefined ? null : (JSON.parse(result) as unknown) });
    } catch (error) {
      return reply.send({ error: toClientError(error) });
    }
  });

  server.get('/local/open-api-calls', () => openApi.calls);

  server.post<{ Body: unknown }>('/local/open-api-answers', async (request, reply) => {
    const { apiName, answer, times } = isPlainObject(request.body) ? request.body : {};
    if (typeof apiName !== 'string' || !(answer === null || isPlainObject(answer))) {
      return sendError(reply, 400, INVALID_PARAMETER, '需要 apiName 和 answer（对象，或 null 以恢复）');
    }
    openApi.setAnswer(apiName, answer, typeof times === 'number' ? times : undefined);
    return reply.send({ ok: true });
  });
}

function addDocumentRoutes(server: FastifyInstance, { database }: LocalRoutesOptions): void {
  server.post<{ Params: { collection: string }; Body: unknown }>(
    '/local/documents/:collection',
    { bodyLimit: LARGEST_IMPORT_BYTES },
    async (request, reply) => {
      const documents = readEjson(JSON.stringify(request.body));
      if (!Array.isArray(documents) || !documents.every(isPlainObject)) {
        return sendError(reply, 400, INVALID_PARAMETER, '需要文档的数组');
      }
      try {
        await importCollections(database, { [request.params.collection]: documents });
        return await reply.send({ imported: documents.length });
      } catch (error) {
        return reply.code(400).send({ error: toClientError(error) });
      }
    },
  );

  server.delete<{ Params: { collection: string; id: string } }>(
    '/local/documents/:collection/:id',
    async (request, reply) => {
      const { collection, id } = request.params;
      try {
        const removed = await database.write(collection, removePlan(id));
        return await reply.send({ removed: removed.length });
      } catch (error) {
        return reply.code(400).send({ error: toClientError(error) });
      }
    },
  );

  server.get('/local/documents', (_request, reply) => {
    const all = database.collectionNames.map(
      (name) => [name, [...database.collection(name).documents.values()]] as const,
    );
    return reply.type('application/json').send(writeEjson(Object.fromEntries(all)));
  });

  // The collections that are not as they were at the versions that are named: looking at everything often is cheap.
  server.post<{ Body: unknown }>('/local/changed-collections', (request, reply) => {
    const known = isPlainObject(request.body) ? request.body : {};
    const changed = database.collectionNames
      .map((name) => database.collection(name))
      .filter(({ name, version }) => known[name] !== version)
      .map(
        ({ name, version, documents }) => [name, { version, documents: [...documents.values()] }] as const,
      );
    return reply.type('application/json').send(writeEjson(Object.fromEntries(changed)));
  });

  server.get<{ Params: { collection: string } }>('/local/documents/:collection', async (request, reply) => {
    try {
      const documents = [...database.collection(request.params.collection).documents.values()];
      return await reply.type('application/json').send(writeEjson(documents));
    } catch (error) {
      return reply.code(404).send({ error: toClientError(error) });
    }
  });
}

/** Puts documents into collections, in place of those with the same ids: all of them or none. */
export async function importCollections(
  database: Database,
  collections: Readonly<Record<string, readonly Record<string, unknown>[]>>,
): Promise<void> {
  const plans = Object.entries(collections).map(
    ([name, documents]) => [name, replacePlan(documents.map(toStored))] as const,
  );
  await database.writeTogether(plans);
}

const toStored = (document: Record<string, unknown>): StoredDocument => withId(cloneValue(document));
