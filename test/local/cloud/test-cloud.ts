import { join } from 'node:path';
import {
  type LocalCloud,
  type LocalCloudOptions,
  startLocalCloud,
} from '../../../local/cloud/start-local-cloud';
import { localHeader } from '../../../local/cloud/routes/local-header';

export const functionsFolder = join(__dirname, 'functions');

export const ann = { id: 'ann', label: '安', openid: 'oAnn-0001' };
export const bob = { id: 'bob', label: '博', openid: 'oBob-0002' };

export const start = Date.parse('2018-10-10T07:40:00Z');

/** What the `probe` function saw: a value, or the error the SDK threw. */
interface Probed {
  value?: unknown;
  thrown?: { errCode?: number; code?: string; message: string };
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A local cloud over the fixture functions, with short ways to use it. */
export interface TestCloud {
  cloud: LocalCloud;
  /** Everything functions printed and everything that went wrong. */
  log: string[];
  request(method: string, path: string, body?: unknown): Promise<Answer>;
  call(name: string, data: object, as?: string): Promise<Record<string, unknown>>;
  /** Runs code in a function; it gets `cloud`, `db`, `_`, `input` and `context`. */
  probe(code: string, input?: unknown, as?: string): Promise<Probed>;
  /** As `probe`, for code that must succeed. */
  value(code: string, input?: unknown): Promise<unknown>;
  /** As `probe`, for code that must fail. */
  thrown(code: string, input?: unknown): Promise<NonNullable<Probed['thrown']>>;
}

export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const log: string[] = [];
  const cloud = await startLocalCloud({
    functionsFolder,
    port: 0,
    people: [ann, bob],
    clock: { now: start, rate: 1 },
    log: (line) => log.push(line),
    ...options,
  });
  return { cloud, log, ...client(cloud.url) };
}

/** The short ways to a local cloud at an address. */
export function client(url: string): Omit<TestCloud, 'cloud' | 'log'> {
  const request: TestCloud['request'] = async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: body === undefined ? localHeader : { 'content-type': 'application/json', ...localHeader },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const call: TestCloud['call'] = async (name, data, as = 'ann') =>
    (await request('POST', '/local/call', { function: name, data, as })).body;
  const probe: TestCloud['probe'] = async (code, input, as) => {
    const answer = await call('probe', { code, input }, as);
    if (!answer.result) throw new Error(`the probe failed: ${JSON.stringify(answer)}`);
    return answer.result;
  };
  return {
    request,
    call,
    probe,
    value: async (code, input) => {
      const { value, thrown } = await probe(code, input);
      if (thrown) throw new Error(`the SDK threw: ${JSON.stringify(thrown)}`);
      return value;
    },
    thrown: async (code, input) => {
      const { value, thrown } = await probe(code, input);
      if (!thrown) throw new Error(`nothing was thrown; value: ${JSON.stringify(value)}`);
      return thrown;
    },
  };
}
