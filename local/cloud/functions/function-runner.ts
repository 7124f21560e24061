import { randomUUID } from 'node:crypto';
import type { SimulatedClock } from '../clock/simulated-clock';
import { CloudError } from '../cloud-error';
import { APP_ID, ENVIRONMENT_ID, REGION } from '../platform-names';
import { type DatabaseCalls, noDatabaseCalls } from './database-calls';
import { deployedEnvironment } from './deployed-environment';
import type { FunctionDefinition } from './function-definition';
import { FunctionPool } from './function-pool';
import { FunctionWorker } from './function-worker';
import type { InstanceShelf } from './instance-shelf';
import type { Invocation } from './invocation';

const LARGEST_REPLY_BYTES = 6 * 1024 * 1024;
/** What a phone gets without the detour over the CDN. */
const LARGEST_REPLY_TO_PHONE_BYTES = 100 * 1024;

/** A call of a function, by whomever. */
export interface FunctionCall {
  name: string;
  /** What the caller sends; for a timer, the whole event. */
  event: Record<string, unknown>;
  /** The value of `TCB_SOURCE`: `wx_client`, `wx_trigger`. */
  source: string;
  openid?: string;
  /** Where the call's requests to the database are counted, for who wants to know. */
  databaseCalls?: DatabaseCalls;
}

interface RunnerOptions {
  functions: ReadonlyMap<string, FunctionDefinition>;
  clock: SimulatedClock;
  /** What the deployment has for the functions' environment variables; each gets those it names. */
  settings: Readonly<Record<string, string>>;
  /** The address the SDK is to talk to. */
  endpoint: () => string;
  /** Real milliseconds after which an idle instance is ended, but for one of each function. */
  idleMs: number;
  /** Keeps instances when this ends, for the next. */
  shelf: InstanceShelf | undefined;
  log: (line: string) => void;
  /** What functions print that is no error. */
  say: (line: string) => void;
  /** Called when an invocation ended, however it did. */
  onEnd: (invocation: Invocation) => void;
}

/** Runs functions as the platform does: a fresh identity for each invocation, an instance for each at a time. */
export class FunctionRunner {
  readonly #pools: ReadonlyMap<string, FunctionPool>;
  readonly #running = new Map<string, Invocation>();
  #isStopped = false;

  constructor(private readonly options: RunnerOptions) {
    this.#pools = new Map(
      [...options.functions].map(([name, definition]) => [name, this.#createPool(definition)]),
    );
  }

  /** The invocation a token belongs to, while it runs. */
  invocationOf(token: unknown): Invocation | undefined {
    return typeof token === 'string' ? this.#running.get(token) : undefined;
  }

  definitionOf(name: string): FunctionDefinition | undefined {
    return this.options.functions.get(name);
  }

  /** Starts an instance of every function, one after the other so as not to be in anyone's way. */
  async warmUp(): Promise<void> {
    for (const pool of this.#pools.values()) if (!this.#isStopped) await pool.warm();
  }

  /** Runs a function and gives back the JSON text of its result. */
  async run(call: FunctionCall): Promise<string> {
    const pool = this.#pools.get(call.name);
    if (!pool) {
      throw new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found. (${call.name})`);
    }
    const invocation = this.#begin(call);
    try {
      const result = await pool.run(this.#describe(call, invocation, pool.definition));
      refuseTooLarge(result, call);
      return result;
    } finally {
      this.#running.delete(invocation.token);
      this.options.onEnd(invocation);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()));
  }

  #createPool(definition: FunctionDefinition): FunctionPool {
    const { clock, idleMs, shelf, log, say } = this.options;
    const variables = this.#variablesOf(definition);
    const createWorker = (): FunctionWorker => {
      const start = { clock: clock.reading, environment: this.#platformEnvironment() };
      return new FunctionWorker(definition, start, variables, log, say);
    };
    return new FunctionPool(definition, createWorker, idleMs, shelf);
  }

  #variablesOf({ name, variables }: FunctionDefinition): Record<string, string> {
    return deployedEnvironment(name, variables, this.options.settings);
  }

  #begin({ name, openid, source, databaseCalls = noDatabaseCalls() }: FunctionCall): Invocation {
    const invocation: Invocation = {
      token: randomUUID(),
      requestId: randomUUID(),
      functionName: name,
      source,
      databaseCalls,
      ...(openid === undefined ? {} : { openid }),
    };
    this.#running.set(invocation.token, invocation);
    return invocation;
  }

  #describe(call: FunctionCall, invocation: Invocation, definition: FunctionDefinition) {
    const timeoutMs = definition.timeoutSeconds * 1000;
    const environment = {
      ...this.#variablesOf(definition),
      ...this.#platformEnvironment(),
      ...identityEnvironment(invocation),
    };
    const event =
      call.openid === undefined
        ? call.event
        : { ...call.event, userInfo: { appId: APP_ID, openId: call.openid } };
    return {
      id: invocation.requestId,
      event: JSON.stringify(event),
      environment,
      context: {
        request_id: invocation.requestId,
        function_name: call.name,
        memory_limit_in_mb: definition.memoryMegabytes,
        time_limit_in_ms: timeoutMs,
        environment: JSON.stringify(environment),
      },
      timeoutMs,
      clock: this.options.clock.reading,
    };
  }

  #platformEnvironment(): Record<string, string> {
    return {
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: REGION,
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      SCF_NAMESPACE: ENVIRONMENT_ID,
      SILENCE: 'true',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.options.endpoint() }),
      TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID',
      TCB_ENV: ENVIRONMENT_ID,
    };
  }
}

function refuseTooLarge(result: string, { name, source }: FunctionCall): void {
  const most = source === 'wx_client' ? LARGEST_REPLY_TO_PHONE_BYTES : LARGEST_REPLY_BYTES;
  const size = Buffer.byteLength(result);
  if (size <= most) return;
  throw new CloudError(
    'EXCEED_MAX_PAYLOAD_SIZE',
    `EXCEED_MAX_PAYLOAD_SIZE: the reply of ${name} has ${size} bytes, at most ${most} are allowed`,
  );
}

/** Who calls, as `getWXContext()` reads it. */
function identityEnvironment({ token, requestId, source, openid }: Invocation): Record<string, string> {
  const names = ['WX_APPID', 'WX_API_TOKEN', ...(openid === undefined ? [] : ['WX_OPENID', 'WX_CLIENTIP'])];
  return {
    TCB_SOURCE: source,
    TCB_SEQID: requestId,
    WX_CONTEXT_KEYS: names.join(','),
    WX_APPID: APP_ID,
    WX_API_TOKEN: token,
    ...(openid === undefined
      ? { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token }
      : { WX_OPENID: openid, WX_CLIENTIP: '127.0.0.1' }),
  };
}
