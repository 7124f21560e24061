import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { keepClock } from './clock/keep-clock';
import { SimulatedClock } from './clock/simulated-clock';
import { Database } from './database/database';
import { readDeclaredCollections } from './database/declared-collections';
import { Faults } from './faults/faults';
import { addFileRoutes } from './files/file-routes';
import { FileStore } from './files/file-store';
import { readStorageRules } from './files/storage-rules';
import { readFunctions } from './functions/function-definition';
import { FunctionRunner } from './functions/function-runner';
import type { InstanceShelf } from './functions/instance-shelf';
import { LocalCloudError } from './local-cloud-error';
import { MailBox } from './mail/mail-box';
import { MessagePush } from './open-api/message-push';
import { OpenApi } from './open-api/open-api';
import { addAdminRoute } from './protocol/admin-route';
import { databaseActions } from './protocol/database-actions';
import { storageActions } from './protocol/storage-actions';
import { INVALID_PARAMETER } from './routes/client-error';
import { addGuard } from './routes/guard';
import { addLocalRoutes, importCollections, type LocalRoutesOptions } from './routes/local-routes';
import { addMailRoutes } from './routes/mail-routes';
import { People, type Person } from './routes/people';
import { assertStoreNotLost } from './store/assert-store-not-lost';
import { lockDataFolder } from './store/data-folder-lock';
import type { DurableStore } from './store/durable-store';
import { damaged, openLmdbStore } from './store/lmdb-store';
import { createMemoryStore } from './store/memory-store';
import { loadStore, type StoreContent } from './store/load-store';
import { Timers } from './timers/timers';

export interface LocalCloudOptions {
  /** Built functions; each sub-folder with an `index.js` that exports `main` is one. */
  functionsFolder: string;
  /** Where data is kept between runs; without it everything is in memory. */
  dataFolder?: string;
  /** 0 takes any free port. */
  port: number;
  /** Static files served at `/`. */
  webFolder?: string;
  /** Who may be impersonated. */
  people: readonly Person[];
  /** What a deployment has for the functions' environment variables; told where the local mail server is. */
  settings?: (local: { smtpUrl: string }) => Readonly<Record<string, string>>;
  /** The function that WeChat's messages are delivered to (消息推送), as the platform's console names it; without it they are lost. */
  pushFunction?: string;
  /** The simulated clock, when the store has none yet. */
  clock: { now: number; rate: number };
  /** Real milliseconds after which an idle instance of a function is ended, but for one; a minute by default. */
  idleInstanceMs?: number;
  /** Keeps idle instances when this cloud is closed, for the next one in the same process; without it all are ended. */
  shelf?: InstanceShelf;
  /** Takes what functions print and what goes wrong; by default it goes to the standard error stream. */
  log?: (line: string) => void;
}

/** A running local cloud. */
export interface LocalCloud {
  url: string;
  port: number;
  /** Whether no collection holds a document. */
  isEmpty(): boolean;
  /** Puts documents into declared collections, in place of those with the same ids: all of them or none. */
  importCollections(collections: Readonly<Record<string, readonly Record<string, unknown>[]>>): Promise<void>;
  close(): Promise<void>;
}

/** The SDK keeps connections for a minute; a server that closes them earlier resets some requests. */
const KEEP_ALIVE_MS = 72_000;

const IDLE_INSTANCE_MS = 60_000;

/** Of whoever was not there for longer, the content check says nothing. */
const LATELY_MS = 7_200_000;

/** Starts a server that speaks the platform's protocol to the real SDK, inside functions it runs itself. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const closing: Closing[] = [];
  try {
    return await start(options, closing);
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

/** What ends one part; parts end in the reverse order of their beginning. */
type Closing = () => void | Promise<void>;

async function closeAll(closing: Closing[]): Promise<void> {
  for (let close = closing.pop(); close; close = closing.pop()) await close();
}

async function start(options: LocalCloudOptions, closing: Closing[]): Promise<LocalCloud> {
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  // Functions run in UTC on the platform, and a thread takes the zone of its process.
  process.env.TZ = 'UTC';
  const functions = readFunctions(resolve(options.functionsFolder));
  const people = new People(options.people);
  const data = await openData(options, closing);
  const { store, database, clock } = data;
  const address = { port: options.port };
  const base = (): string => `http://127.0.0.1:${address.port}`;

  const mailBox = await openMailBox(data, log, closing);
  const runner = createRunner(options, { functions, database, clock, log, ...mailBox, base });
  closing.push(() => runner.stop());
  const push = new MessagePush(runner, options.pushFunction, () => clock.now(), log);
  closing.push(() => {
    push.stop();
  });
  const timers = new Timers(functions, runner, clock, log);
  const keeper = keepClock(clock, store, log);
  closing.push(() => keeper.stop());

  const server = createServer(() => address.port);
  closing.push(async () => {
    server.server.closeAllConnections();
    await server.close();
  });
  const openApi = createOpenApi(clock, people, push);
  await addRoutes(server, options, {
    ...data,
    ...mailBox,
    base,
    log,
    runner,
    openApi,
    people,
    keeper,
    push,
    timers,
  });
  address.port = await listen(server, options.port);

  timers.start();
  closing.push(() => {
    timers.stop();
  });
  void runner.warmUp();
  return {
    url: base(),
    port: address.port,
    isEmpty: () => database.isEmpty,
    importCollections: (collections) => importCollections(database, collections),
    close: () => closeAll(closing),
  };
}

interface MailParts {
  mailBox: MailBox;
  smtpUrl: string;
}

/** Starts the mail server, with the mails of earlier runs. */
async function openMailBox(
  { store, clock, mails }: Data,
  log: (line: string) => void,
  closing: Closing[],
): Promise<MailParts> {
  const mailBox = new MailBox(store, () => clock.now(), log);
  for (const mail of mails) mailBox.load(mail);
  const smtpUrl = await mailBox.start();
  closing.push(() => mailBox.stop());
  return { mailBox, smtpUrl };
}

interface RunnerParts extends Pick<Data, 'database' | 'clock'> {
  functions: ReturnType<typeof readFunctions>;
  smtpUrl: string;
  base: () => string;
  log: (line: string) => void;
}

function createRunner(
  options: LocalCloudOptions,
  { functions, database, clock, smtpUrl, base, log }: RunnerParts,
): FunctionRunner {
  return new FunctionRunner({
    functions,
    clock,
    settings: options.settings?.({ smtpUrl }) ?? {},
    endpoint: () => `${base()}/admin`,
    idleMs: options.idleInstanceMs ?? IDLE_INSTANCE_MS,
    shelf: options.shelf,
    log,
    say: options.log ?? ((line: string) => void process.stdout.write(`${line}\n`)),
    onEnd: ({ token }) => {
      database.transactions.endOwnedBy(token);
    },
  });
}

function createOpenApi(clock: SimulatedClock, people: People, push: MessagePush): OpenApi {
  const visitors = {
    isKnown: (openid: unknown) => people.isKnownOpenid(openid),
    wasHereLately: (openid: unknown) => people.wasHereWithin(openid, LATELY_MS, clock.now()),
  };
  return new OpenApi(
    () => clock.now(),
    visitors,
    (...verdict) => {
      push.sendVerdict(...verdict);
    },
  );
}

interface RouteParts extends Omit<LocalRoutesOptions, 'faults'> {
  mailBox: MailBox;
  base: () => string;
  log: (line: string) => void;
}

/** What the SDK, the browser host and the shell find under the address. */
async function addRoutes(
  server: FastifyInstance,
  options: LocalCloudOptions,
  parts: RouteParts,
): Promise<void> {
  const { database, files, mailBox, runner, openApi, base, log } = parts;
  const faults = new Faults();
  const actions = { ...databaseActions(database), ...storageActions(files, base) };
  addAdminRoute(server, { actions, runner, openApi, faults, log });
  addFileRoutes(server, files);
  addMailRoutes(server, mailBox);
  addLocalRoutes(server, { ...parts, faults });
  if (options.webFolder !== undefined) {
    await server.register(fastifyStatic, { root: resolve(options.webFolder) });
  }
}

/** Everything that outlives a run: taken from the data folder, or fresh in memory. */
interface Data {
  store: DurableStore;
  database: Database;
  files: FileStore;
  clock: SimulatedClock;
  mails: readonly string[];
}

async function openData(options: LocalCloudOptions, closing: Closing[]): Promise<Data> {
  const folder = options.dataFolder === undefined ? undefined : resolve(options.dataFolder);
  const declared = readDeclaredCollections(join(options.functionsFolder, 'database.json'));
  const rules = readStorageRules(join(options.functionsFolder, 'storage.json'));
  if (folder !== undefined) {
    closing.push(await lockDataFolder(folder));
    assertStoreNotLost(folder);
  }
  const store = folder === undefined ? createMemoryStore() : openLmdbStore(folder);
  closing.push(() => store.close());
  const content = readContent(store, folder);

  const database = new Database(store);
  for (const { name, indexes } of declared) {
    database.loadCollection(name, indexes, content.documents.get(name) ?? []);
  }
  const files = new FileStore(store, rules, folder && join(folder, 'files'));
  for (const file of content.files) files.load(file);
  await files.clearLeftovers();
  const clock = new SimulatedClock(content.clock ?? options.clock);
  return { store, database, files, clock, mails: content.mails };
}

function readContent(store: DurableStore, folder: string | undefined): StoreContent {
  try {
    return loadStore(store);
  } catch (error) {
    throw error instanceof LocalCloudError ? error : damaged(folder ?? '', error);
  }
}

function createServer(port: () => number): FastifyInstance {
  const server = Fastify({ keepAliveTimeout: KEEP_ALIVE_MS, forceCloseConnections: true });
  addGuard(server, port);
  // Files come without a type and forms are read by the route: both take the stream as it is.
  server.addContentTypeParser('*', (_request, payload, done) => {
    done(null, payload);
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const errMsg =
      error.statusCode === 413 ? '请求内容超过大小限制（6 MB）' : `请求无法处理：${error.message}`;
    return reply.code(error.statusCode ?? 500).send({ error: { errCode: INVALID_PARAMETER, errMsg } });
  });
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: { errCode: INVALID_PARAMETER, errMsg: `没有这个地址：${request.url}` } }),
  );
  return server;
}

async function listen(server: FastifyInstance, port: number): Promise<number> {
  try {
    await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const reason = code === 'EACCES' ? '不允许使用' : '已被占用';
    throw new LocalCloudError(
      'port-taken',
      `端口 ${port} ${reason}，本地云无法启动。请关闭占用它的程序，或换一个端口。`,
      { cause: error },
    );
  }
  return (server.server.address() as AddressInfo).port;
}
