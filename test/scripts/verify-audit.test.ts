import { log } from '../cloudfunctions/support/log-form';
import { cloudAddress, kept, putDocuments, runTheCloud } from '../cloudfunctions/support/running-cloud';
import { runScript } from './run-script';

runTheCloud();

const verify = () => runScript('verify-audit.ts', ['--at', cloudAddress()]);

test('the audit as it was written is whole, and one changed entry is named', async () => {
  await log('organiser');
  const entries = await kept('audit');
  expect(await verify()).toEqual({
    code: 0,
    stdout: `操作记录完整：${entries.length} 条，没有缺失或改动。\n`,
    stderr: '',
  });
  const [entry] = entries;
  if (entry === undefined) throw new Error('There is no entry');
  await putDocuments('audit', [{ ...entry, at: 0 }]);
  expect(await verify()).toEqual({
    code: 1,
    stdout: '操作记录有问题。\n',
    stderr: `第 ${String(entry.chain)} 链第 1 条被改动。\n`,
  });
});

test('without a running cloud it says so', async () => {
  const { code, stderr } = await runScript('verify-audit.ts', ['--at', 'http://127.0.0.1:9']);
  expect(code).toBe(2);
  expect(stderr).toContain('无法核验');
});
