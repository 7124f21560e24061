import { startLocalCloud } from '../../../local/cloud/start-local-cloud';

/** Runs a local cloud in a process of its own, for tests that kill it. Prints its address when it is ready. */
const [functionsFolder = '', dataFolder = ''] = process.argv.slice(2);

startLocalCloud({
  functionsFolder,
  dataFolder,
  port: 0,
  people: [{ id: 'ann', label: '安', openid: 'oAnn-0001' }],
  clock: { now: 0, rate: 0 },
}).then(
  ({ url }) => {
    process.stdout.write(`${url}\n`);
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
