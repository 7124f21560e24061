import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { ChainFault, ChainPosition } from '#shared/audit/verify-chain';
import { localHeader } from '../local/cloud/routes/local-header';

const faultLabels: Record<ChainFault['fault'], string> = {
  missing: '缺失',
  changed: '被改动',
  broken: '与前一条不相接',
  cut: '末尾被截去',
};

interface Verified {
  position: ChainPosition;
  isDone: boolean;
  fault: ChainFault | null;
}

function readOptions(): { at: string; as: string } {
  try {
    return parseArgs({
      options: {
        at: { type: 'string', default: 'http://127.0.0.1:8018' },
        as: { type: 'string', default: 'bureau' },
      },
    }).values;
  } catch (error) {
    console.error(
      `看不懂这个选项：${(error as Error).message}\n\nnpm run verify-audit -- [--at 地址] [--as 身份]`,
    );
    process.exit(2);
  }
}

const { at, as } = readOptions();

async function verify(chain: string, from: ChainPosition | null): Promise<Verified> {
  const data = { action: 'verifyAudit', requestId: randomBytes(16).toString('hex'), input: { chain, from } };
  const response = await fetch(`${at}/local/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...localHeader },
    body: JSON.stringify({ as, function: 'bureau', data }),
  });
  const { result } = (await response.json()) as { result?: { ok: boolean; reply: Verified } };
  if (result?.ok !== true) throw new Error(`核验没有得到回答：${JSON.stringify(result)}`);
  return result.reply;
}

async function verifyChain(chain: string): Promise<{ entries: number; fault: ChainFault | null }> {
  for (let from: ChainPosition | null = null; ;) {
    const { position, isDone, fault } = await verify(chain, from);
    if (isDone) return { entries: position.number, fault };
    from = position;
  }
}

try {
  let entries = 0;
  for (let index = 0; index < 16; index += 1) {
    const chain = index.toString(16);
    const verified = await verifyChain(chain);
    entries += verified.entries;
    if (verified.fault === null) continue;
    process.exitCode = 1;
    const { number, fault } = verified.fault;
    console.error(`第 ${chain} 链第 ${number} 条${faultLabels[fault]}。`);
  }
  console.log(process.exitCode === 1 ? '操作记录有问题。' : `操作记录完整：${entries} 条，没有缺失或改动。`);
} catch (error) {
  console.error(`无法核验（本机须先 npm start）：${(error as Error).message}`);
  process.exitCode = 2;
}
