import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { z } from '#shared/zod';
import { verifyAudit, type AuditCursor } from '#shared/contract/audit/verify-audit';
import { localHeader } from '../local/cloud/routes/local-header';

type Verified = z.output<typeof verifyAudit.reply>;

interface Options {
  at: string;
  as: string;
  copy: string | null;
}

/** The ends of the chains as a file, a mail's header or a line of the log has them. */
function copyIn(file: string): string {
  return readFileSync(file, 'utf8').replace(/^.*?(?=[0-9a-f](\.\d+)?:\d+:[0-9a-f]{16})/s, '');
}

function readOptions(): Options {
  try {
    const { at, as, copy } = parseArgs({
      options: {
        at: { type: 'string', default: 'http://127.0.0.1:8018' },
        as: { type: 'string', default: 'bureau' },
        copy: { type: 'string' },
      },
    }).values;
    return { at, as, copy: copy === undefined ? null : copyIn(copy) };
  } catch (error) {
    console.error(
      `看不懂这个选项：${(error as Error).message}\n\nnpm run verify-audit -- [--at 地址] [--as 身份] [--copy 链尾副本文件]`,
    );
    process.exit(2);
  }
}

const { at, as, copy } = readOptions();

async function verify(from: AuditCursor | null): Promise<Verified> {
  const data = { action: 'verifyAudit', requestId: randomBytes(16).toString('hex'), input: { from, copy } };
  const response = await fetch(`${at}/local/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...localHeader },
    body: JSON.stringify({ as, function: 'bureau', data }),
  });
  const { result } = (await response.json()) as { result?: { ok: boolean; reply: Verified } };
  if (result?.ok !== true) throw new Error(`核验没有得到回答：${JSON.stringify(result)}`);
  return result.reply;
}

try {
  const found = { entries: 0, documents: 0, unknown: 0, words: new Set<string>() };
  for (let from: AuditCursor | null = null; ;) {
    const { faults, entries, documents, unknown, next } = await verify(from);
    for (const { words } of faults) found.words.add(words);
    found.entries += entries;
    found.documents += documents;
    found.unknown += unknown;
    if (next === null) break;
    from = next;
  }
  for (const words of found.words) console.error(words);
  const { entries, documents, unknown } = found;
  console.log(
    found.words.size > 0
      ? `操作记录有问题：${found.words.size} 处。`
      : `操作记录完整：${entries} 条，没有缺失或改动；核对 ${documents} 份数据，其中 ${unknown} 份不由操作产生（如演示数据）。`,
  );
  if (found.words.size > 0) process.exitCode = 1;
} catch (error) {
  console.error(`无法核验（本机须先 npm start）：${(error as Error).message}`);
  process.exitCode = 2;
}
