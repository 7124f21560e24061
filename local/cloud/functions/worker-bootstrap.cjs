/**
 * Runs inside a worker thread, one for each function instance: puts the simulated clock in place, loads the built
 * function, and serves one invocation at a time with the environment the server gives it.
 * It is plain JavaScript so that a worker starts without a TypeScript loader.
 */
const { parentPort, workerData } = require('node:worker_threads');
const { loadFunction } = require('./load-function.cjs');
const { numberRequests } = require('./number-requests.cjs');
const { watchMemory } = require('./watch-memory.cjs');

let clock = workerData.clock;

const RealDate = Date;
const simulatedNow = () => Math.floor(clock.base + (RealDate.now() - clock.anchor) * clock.rate);

/** `Date` whose present is the simulated one; every other date is as before. */
const SimulatedDate = new Proxy(RealDate, {
  construct: (target, values, newTarget) =>
    Reflect.construct(target, values.length === 0 ? [simulatedNow()] : values, newTarget),
  apply: () => new RealDate(simulatedNow()).toString(),
  get: (target, name, receiver) => (name === 'now' ? simulatedNow : Reflect.get(target, name, receiver)),
});
RealDate.prototype.constructor = SimulatedDate;
globalThis.Date = SimulatedDate;

const describe = (error) =>
  error instanceof Error ? `${error.name}: ${error.message}` : `Error: ${String(error)}`;

function setEnvironment(environment) {
  for (const name of Object.keys(process.env)) {
    if (/^(WX|TCB)_/.test(name) || name === 'TRIGGER_SRC') delete process.env[name];
  }
  Object.assign(process.env, environment);
}

const reportMemory = () => parentPort.postMessage({ type: 'out-of-memory' });

async function invoke(main, { id, event, environment, context, timeoutMs, clock: reading }) {
  clock = reading;
  setEnvironment(environment);
  const deadline = performance.now() + timeoutMs;
  const getRemainingTimeInMillis = () => Math.max(0, Math.round(deadline - performance.now()));
  try {
    const run = () => main(JSON.parse(event), { ...context, getRemainingTimeInMillis });
    const result = await watchMemory(workerData.mostBytes, reportMemory, run);
    parentPort.postMessage({ type: 'returned', id, result: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    const stack = error instanceof Error ? String(error.stack) : '';
    parentPort.postMessage({ type: 'threw', id, error: describe(error), stack });
  }
}

try {
  setEnvironment(workerData.environment);
  numberRequests();
  const { exports, made } = loadFunction(workerData.entry, workerData.known);
  // It would count as the function's own memory.
  delete workerData.known;
  const { main } = exports;
  if (typeof main !== 'function') throw new TypeError('the function does not export "main"');
  parentPort.on('message', (invocation) => void invoke(main, invocation));
  parentPort.postMessage({ type: 'ready', made });
} catch (error) {
  parentPort.postMessage({ type: 'load-failed', error: describe(error) });
}
