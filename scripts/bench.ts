import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { actions } from '#shared/access/actions';
import { z } from '#shared/zod';
import { activities } from '../local/demo/activities';
import { BenchCloud, type Answer } from './bench/bench-cloud';
import { fillStore, records } from './bench/fill-store';
import { reads } from './bench/reads';
import { heading, percentile, row, slowWrites, type Bare, type Measured } from './bench/table';
import type { TimedAction } from './bench/timed-action';
import { actionsOfBulletins, writesOfExceptions } from './bench/writes-of-bulletins';
import { writesOfEditions } from './bench/writes-of-editions';
import { writesOfPeople } from './bench/writes-of-people';
import { writesOfRecords } from './bench/writes-of-records';
import { actionsOnTheWholeSummary, compileWhole, writesOfSummaries } from './bench/writes-of-summaries';
import { startProduct, startServer } from './browser/running-product';

/**
 * Times every action that can be repeated, with ten thousand activities: from the request to the answer, as the phone would wait
 * without a network. Beside it stand how often the action asked the database, and its p95 as a multiple of one bare read's (of a
 * write: one bare write's) through wx-server-sdk, timed inside a function of the same run, so that runs on different machines
 * can be compared. Real seconds are what counts here, not the simulated ones.
 */

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' } } });
const rounds = z.coerce.number().int().min(5).max(1000).parse(values.rounds);
const warmUps = 3;
/** Everything is measured by these, and they are quick. */
const bareRounds = 300;

const all: Measured[] = [];

async function measure(
  title: string,
  kind: Measured['kind'],
  {
    times,
    isDear = false,
    once,
  }: {
    times: number;
    /** The first rounds are not thrown away then. */
    isDear?: boolean;
    once: () => Promise<() => Promise<Answer>>;
  },
): Promise<Measured> {
  const taken: number[] = [];
  let last: Answer = { result: null, bytes: 0, databaseCalls: null };
  let databaseCalls: number | null = null;
  for (let round = isDear ? 0 : -warmUps; round < times; round += 1) {
    const ask = await once();
    const from = performance.now();
    last = await ask();
    const ms = performance.now() - from;
    if (round < 0) continue;
    taken.push(ms);
    if (last.databaseCalls !== null) databaseCalls = Math.max(databaseCalls ?? 0, last.databaseCalls);
  }
  return { title, kind, taken, bytes: last.bytes, databaseCalls };
}

/** Prints a row of the table as soon as it is there. */
function show(measured: Measured, bare: Bare): void {
  all.push(measured);
  console.log(row(measured, bare));
}

async function measureAll(cloud: BenchCloud, bare: Bare, actions: readonly TimedAction[]): Promise<void> {
  for (const { contract, stage, most } of actions) {
    const isDear = most !== Infinity;
    const times = Math.min(most, rounds);
    const once = async () => {
      const request = await stage();
      return () => cloud.ask(contract, request);
    };
    show(await measure(contract.name, contract.writes ? 'write' : 'read', { times, isDear, once }), bare);
  }
}

const ofTheBare = z.object({ ms: z.number() });

/** One bare read or write: what it takes inside the function, and what the call of that function takes. */
async function measureBare(cloud: BenchCloud, doing: 'read' | 'write'): Promise<[Measured, Measured]> {
  const [document] = activities;
  const inside: number[] = [];
  const once = () =>
    Promise.resolve(async () => {
      const answer = await cloud.callFunction('visitor', 'bare', { doing, id: 'one', document });
      inside.push(ofTheBare.parse(answer.result).ms);
      return answer;
    });
  const call = await measure(`a call with one bare ${doing}`, 'other', { times: bareRounds, once });
  const taken = inside.slice(-bareRounds);
  return [{ ...call, title: `one bare ${doing}`, taken, bytes: null }, call];
}

async function measureBareOnes(cloud: BenchCloud): Promise<Bare> {
  const ofAWrite = await measureBare(cloud, 'write');
  const ofARead = await measureBare(cloud, 'read');
  const bare = { write: percentile(ofAWrite[0].taken, 0.95), read: percentile(ofARead[0].taken, 0.95) };
  for (const each of [...ofARead, ...ofAWrite]) show(each, bare);
  return bare;
}

async function measureTheWholeSummary(cloud: BenchCloud, bare: Bare): Promise<void> {
  const once = () => Promise.resolve(async () => (await compileWhole(cloud, 'bureau')).answer);
  show(await measure('a summary, compiled whole', 'other', { times: 3, isDear: true, once }), bare);
  await measureAll(cloud, bare, await actionsOnTheWholeSummary(cloud));
}

async function measureStart(): Promise<string> {
  const began = performance.now();
  const product = await startProduct();
  const seconds = (performance.now() - began) / 1000;
  await product.stop();
  return seconds.toFixed(2);
}

console.log(`start on built sources: ${await measureStart()} s; ${records} activities`);
const server = await startServer(fileURLToPath(new URL('./bench/serve-bench.ts', import.meta.url)));
// Who ends the benchmark early ends its cloud with it.
process.once('SIGTERM', () => void server.stop().then(() => process.exit(1)));
try {
  const cloud = new BenchCloud(server.url);
  await fillStore(cloud, rounds + warmUps);
  await cloud.wakeTheTimer();
  console.log(heading());
  const bare = await measureBareOnes(cloud);
  await measureAll(cloud, bare, reads);
  await measureAll(cloud, bare, await writesOfRecords(cloud));
  await measureAll(cloud, bare, await writesOfPeople(cloud));
  await measureAll(cloud, bare, writesOfExceptions(cloud));
  await measureAll(cloud, bare, writesOfSummaries(cloud));
  await measureTheWholeSummary(cloud, bare);
  await measureAll(cloud, bare, actionsOfBulletins(cloud));
  await measureAll(cloud, bare, await writesOfEditions(cloud));
  const timed = new Set(all.map(({ title }) => title));
  console.log(
    `Not timed: ${Object.keys(actions)
      .filter((name) => !timed.has(name))
      .join(', ')}.`,
  );
  console.log(slowWrites(all));
} finally {
  await server.stop();
}
