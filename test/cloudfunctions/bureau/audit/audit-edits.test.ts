import { createHash } from 'node:crypto';
import { canonicalText } from '#shared/audit/canonical-text';
import { exportAuditHeads } from '#shared/contract/audit/export-audit-heads';
import { readAudit } from '#shared/contract/audit/read-audit';
import { october } from '../../../shared/example-records';
import { everyFault } from '../../support/every-fault';
import { log } from '../../support/log-form';
import {
  everythingKept,
  get,
  kept,
  loggedFailure,
  putDocuments,
  removeDocument,
  runTheCloud,
  stopClockAt,
  type Kept,
} from '../../support/running-cloud';

runTheCloud();

/** More writes than chains, so that every chain is very likely to have several entries. */
const manyWrites = 48;

let before: Record<string, Kept[]>;

beforeAll(async () => {
  await stopClockAt(october('10 10:00'));
  for (let time = 0; time < manyWrites; time += 1) await log('organiser');
  before = await everythingKept();
});

/** Makes collections what they were, whatever an edit left of them. */
async function putBack(...collections: string[]): Promise<void> {
  for (const name of collections) {
    const documents = before[name] ?? [];
    const known = new Set(documents.map(({ _id }) => _id));
    for (const { _id } of await kept(name)) if (!known.has(_id)) await removeDocument(name, _id);
    await putDocuments(name, documents);
  }
}

afterEach(async () => {
  await putBack('audit', 'audit-heads', 'activities');
  expect(await everyFault()).toEqual([]);
});

const entriesOf = (chain: unknown): Kept[] =>
  (before.audit ?? [])
    .filter((entry) => entry.chain === chain)
    .sort((one, other) => Number(one.number) - Number(other.number));

/** The longest chain: it has an entry before its last. */
function longChain(): { chain: string; head: Kept; entries: Kept[] } {
  const heads = [...(before['audit-heads'] ?? [])];
  const [head] = heads.sort((one, other) => Number(other.number) - Number(one.number));
  if (head === undefined) throw new Error('Nothing was written');
  return { chain: head._id, head, entries: entriesOf(head._id) };
}

function at(chain: string, number: unknown): string {
  return `第 ${chain} 链第 ${Number(number)} 条`;
}

/** The head as it was after an earlier entry. */
function setBack(head: Kept, entry: Kept | undefined): Kept {
  return { ...head, number: entry?.number, hash: entry?.hash };
}

describe('with the database in hand, these are seen', () => {
  test('an entry changed', async () => {
    const { chain, entries } = longChain();
    const [first] = entries.map((entry) => ({ ...entry, openid: 'somebody-else' }));
    await putDocuments('audit', first === undefined ? [] : [first]);
    expect(await everyFault()).toContain(`${at(chain, 1)}被改动。`);
  });

  test('an entry removed', async () => {
    const { chain, entries } = longChain();
    await removeDocument('audit', String(entries[0]?._id));
    expect(await everyFault()).toContain(`${at(chain, 1)}缺失。`);
  });

  test('the head set back with the entries cut', async () => {
    const { chain, head, entries } = longChain();
    await removeDocument('audit', String(entries.at(-1)?._id));
    await putDocuments('audit-heads', [setBack(head, entries.at(-2))]);
    expect(await everyFault()).toContain(`${at(chain, head.number)}曾被后来的记录看到，现已缺失或不同。`);
  });

  test('the same where more was written since', async () => {
    const { chain, head, entries } = longChain();
    await removeDocument('audit', String(entries.at(-1)?._id));
    await putDocuments('audit-heads', [setBack(head, entries.at(-2))]);
    const written = () => kept('audit-heads').then((heads) => heads.find(({ _id }) => _id === chain)?.number);
    while (Number(await written()) < Number(head.number) + 1) await log('organiser');
    expect(await everyFault()).toContain(`${at(chain, head.number)}曾被后来的记录看到，现已缺失或不同。`);
  });

  test('a head removed', async () => {
    const { chain, head } = longChain();
    await removeDocument('audit-heads', chain);
    expect(await everyFault()).toEqual([`${at(chain, head.number)}之后的链尾标记缺失。`]);
  });

  test('a whole chain removed with its head', async () => {
    const { chain, entries } = longChain();
    for (const { _id } of entries) await removeDocument('audit', _id);
    await removeDocument('audit-heads', chain);
    expect((await everyFault()).join()).toContain(`第 ${chain} 链第`);
    expect((await everyFault()).join()).toContain('曾被后来的记录看到，现已缺失或不同');
  });

  test('a whole chain rehashed', async () => {
    const { chain, head, entries } = longChain();
    let previous = '';
    const rehashed = entries.map(({ hash: _hash, _id, ...entry }) => {
      const forged = { ...entry, id: _id, openid: 'somebody-else', previous };
      previous = createHash('sha256').update(canonicalText(forged), 'utf8').digest('hex');
      return { ...entry, _id, openid: 'somebody-else', previous: forged.previous, hash: previous };
    });
    await putDocuments('audit', rehashed);
    await putDocuments('audit-heads', [{ ...head, hash: previous }]);
    const faults = await everyFault();
    for (const { number } of entries) expect(faults).toContain(`${at(chain, number)}被改动。`);
  });

  test('entries beyond the head', async () => {
    const { chain, head, entries } = longChain();
    await putDocuments('audit-heads', [setBack(head, entries.at(-2))]);
    expect(await everyFault()).toEqual([`${at(chain, head.number)}起在链尾标记之外。`]);
  });

  test('a head that says more than there is, or another hash', async () => {
    const { chain, head } = longChain();
    const number = Number(head.number) + 1;
    await putDocuments('audit-heads', [{ ...head, number }]);
    expect(await everyFault()).toEqual([`${at(chain, number)}起被截去。`]);
    await putDocuments('audit-heads', [{ ...head, hash: 'a'.repeat(64) }]);
    expect(await everyFault()).toEqual([`${at(chain, head.number)}与链尾标记不符。`]);
  });

  test('a record changed directly', async () => {
    const { _id, ...activity } = await anActivity();
    await putDocuments('activities', [{ ...activity, _id, name: '另一个名称' }]);
    expect(await everyFault()).toEqual([`activities 中的 ${_id} 与最后一条操作记录不符，被直接改动过。`]);
  });

  test('a record removed directly', async () => {
    const { _id } = await anActivity();
    await removeDocument('activities', _id);
    expect(await everyFault()).toEqual([`activities 中的 ${_id} 被直接删去，没有操作记录。`]);
  });

  test('everything set back to an earlier state, by a copy that was kept elsewhere', async () => {
    const { activities = [] } = await everythingKept();
    await log('organiser');
    const { text } = await get('bureau', exportAuditHeads, {});
    const added = (await kept('activities')).filter(
      ({ _id }) => !activities.some((each) => each._id === _id),
    );
    for (const { _id } of added) await removeDocument('activities', _id);
    await putBack('audit', 'audit-heads', 'activities');
    expect((await everyFault(text)).join()).toContain('与留存的副本不符');
  });
});

/** An activity that the functions wrote. */
async function anActivity(): Promise<Kept> {
  const written = (before.audit ?? []).flatMap(({ changedIds }) => changedIds as string[]);
  const found = (await kept('activities')).find(({ _id }) => written.includes(_id));
  if (found === undefined) throw new Error('No activity was written');
  return found;
}

describe('where a chain is damaged', () => {
  /** Writes until an entry is written on the chain that follows. */
  async function writeOn(following: string): Promise<void> {
    for (let time = 0; time < 200; time += 1) {
      await log('organiser');
      if ((await kept('audit-heads')).some(({ _id }) => _id === following)) return;
    }
    throw new Error(`Nothing was written on ${following}`);
  }

  test.each([
    ['without its head', (head: Kept) => removeDocument('audit-heads', head._id)],
    [
      'by a head that is too old',
      (head: Kept) => putDocuments('audit-heads', [setBack(head, entriesOf(head._id).at(-2))]),
    ],
    [
      'by a head that says too much',
      (head: Kept) => putDocuments('audit-heads', [{ ...head, number: Number(head.number) + 7 }]),
    ],
    [
      'by a head that is none',
      (head: Kept) => putDocuments('audit-heads', [{ _id: head._id, number: 'x', hash: null }]),
    ],
    [
      'without its last entry',
      (head: Kept) => removeDocument('audit', String(entriesOf(head._id).at(-1)?._id)),
    ],
  ])('%s, all writes go on, in a new chain that names it, and the bureau reads so', async (_how, damage) => {
    const { chain, head } = longChain();
    await damage(head);
    const following = `${chain}.2`;
    await writeOn(following);
    expect(await loggedFailure()).toContain(
      `The audit's chain ${chain} is damaged; entries go on in ${following}.`,
    );

    const [first] = (await kept('audit')).filter((entry) => entry.chain === following);
    expect(first).toMatchObject({ number: 1, follows: { chain } });
    const told = `${at(following, 1)}另起：原链已损坏，其后的操作记在这条新链。`;
    const { damage: read } = await get('bureau', readAudit, { about: null, action: null, before: null });
    expect(read).toEqual([told]);
    const faults = await everyFault();
    expect(faults).toContain(told);
    expect(faults.some((words) => words.startsWith(`第 ${chain} 链第`))).toBe(true);
  });
});
