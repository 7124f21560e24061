import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportAuditHeads } from '#shared/contract/audit/export-audit-heads';
import { log } from '../cloudfunctions/support/log-form';
import { cloudAddress, get, kept, putDocuments, runTheCloud } from '../cloudfunctions/support/running-cloud';
import { runScript } from './run-script';

runTheCloud();

const verify = (...options: string[]) => runScript('verify-audit.ts', ['--at', cloudAddress(), ...options]);

const folder = mkdtempSync(join(tmpdir(), 'audit-copy-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file with a text, to compare with. */
function copyFile(text: string): string {
  const file = join(folder, 'copy.txt');
  writeFileSync(file, text);
  return file;
}

test('the audit as it was written is whole, and one changed entry is named', async () => {
  await log('organiser');
  const entries = await kept('audit');
  const { code, stdout, stderr } = await verify();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`操作记录完整：${entries.length} 条，没有缺失或改动；`);
  const [entry] = entries;
  if (entry === undefined) throw new Error('There is no entry');
  await putDocuments('audit', [{ ...entry, at: 0 }]);
  expect(await verify()).toEqual({
    code: 1,
    stdout: '操作记录有问题：1 处。\n',
    stderr: `第 ${String(entry.chain)} 链第 1 条被改动。\n`,
  });
  await putDocuments('audit', [entry]);
});

test('it is compared with a copy as the file, a mail’s header or the log has it', async () => {
  const { text } = await get('bureau', exportAuditHeads, {});
  for (const copy of [text, `X-Audit-Heads: ${text}`, `Audit heads after issueBulletin: ${text}`])
    expect((await verify('--copy', copyFile(copy))).code).toBe(0);
  const other = text.replace(/:[0-9a-f]{16}/, ':0123456789abcdef');
  const { code, stderr } = await verify('--copy', copyFile(other));
  expect(code).toBe(1);
  expect(stderr).toContain('与留存的副本不符');
});

test('without a running cloud it says so', async () => {
  const { code, stderr } = await runScript('verify-audit.ts', ['--at', 'http://127.0.0.1:9']);
  expect(code).toBe(2);
  expect(stderr).toContain('无法核验');
});
