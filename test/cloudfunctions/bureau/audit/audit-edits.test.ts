import { createHash } from 'node:crypto';
import { canonicalText } from '#shared/audit/canonical-text';
import { exportAuditHeads } from '#shared/contract/audit/export-audit-heads';
import { readAudit } from '#shared/contract/audit/read-audit';
import { savePolicy } from '#shared/contract/record/policy';
import { digestOf, idFrom } from '../../../../cloudfunctions/platform/digest';
import { october } from '../../../shared/example-records';
import { everyFault } from '../../support/every-fault';
import {
  everythingKept,
  get,
  kept,
  loggedFailure,
  newRequestId,
  openidOf,
  putDocuments,
  removeDocument,
  runTheCloud,
  stopClockAt,
  type Kept,
} from '../../support/running-cloud';
import { policyDraft } from '../../../shared/example-drafts';

runTheCloud();

/** The chain that is edited, and another, whose entries saw where it ended. */
const chain = 'a';
const otherChain = 'b';

/** A request id of the organiser whose entry goes to a chain: the chain follows from a write's key, and the key from this. */
function requestIdOn(wanted: string): string {
  for (;;) {
    const requestId = newRequestId();
    if (digestOf(idFrom(`${openidOf('organiser')} ${requestId}`)).startsWith(wanted)) return requestId;
  }
}

const used = { numbers: 0 };

/** Writes what has no follow-ups, whose entries would go to chains of their own: no two papers have one number. */
async function writeOn(wanted: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    used.numbers += 1;
    const draft = { ...policyDraft, documentNumber: `穗工信〔2018〕${used.numbers}号` };
    await get('organiser', savePolicy, { change: null, draft }, requestIdOn(wanted));
  }
}

/** Takes away the demo's units without a member: they have no entries, and each verifying would look at all of them. */
async function takeUnitsAway(): Promise<void> {
  const inUse = new Set((await kept('memberships')).map(({ unitId }) => unitId));
  for (const { _id } of await kept('units')) if (!inUse.has(_id)) await removeDocument('units', _id);
  for (const { _id } of await kept('unit-names')) await removeDocument('unit-names', _id);
}

let before: Record<string, readonly Kept[]>;

beforeAll(async () => {
  await stopClockAt(october('10 10:00'));
  await takeUnitsAway();
  await writeOn(chain, 3);
  await writeOn(otherChain, 2);
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

afterEach(() => putBack('audit', 'audit-heads', 'policies'));

test('nothing is wrong before an edit', async () => {
  expect(await everyFault()).toEqual([]);
});

/** The chain as it is before an edit: an entry before its last, and its head. */
function theChain(): { head: Kept; entries: Kept[] } {
  const head = before['audit-heads']?.find(({ _id }) => _id === chain);
  if (head === undefined) throw new Error('Nothing was written on the chain');
  const entries = (before.audit ?? [])
    .filter((entry) => entry.chain === chain)
    .sort((one, other) => Number(one.number) - Number(other.number));
  return { head, entries };
}

function at(number: unknown, of = chain): string {
  return `第 ${of} 链第 ${Number(number)} 条`;
}

/** The head as it was after an earlier entry. */
function setBack(head: Kept, entry: Kept | undefined): Kept {
  return { ...head, number: entry?.number, hash: entry?.hash };
}

describe('with the database in hand, these are seen', () => {
  test('an entry changed', async () => {
    const { entries } = theChain();
    const [first] = entries.map((entry) => ({ ...entry, openid: 'somebody-else' }));
    await putDocuments('audit', first === undefined ? [] : [first]);
    expect(await everyFault()).toContain(`${at(1)}被改动。`);
  });

  test('an entry removed', async () => {
    const { entries } = theChain();
    await removeDocument('audit', String(entries[0]?._id));
    expect(await everyFault()).toContain(`${at(1)}缺失。`);
  });

  test('the head set back with the entries cut', async () => {
    const { head, entries } = theChain();
    await removeDocument('audit', String(entries.at(-1)?._id));
    await putDocuments('audit-heads', [setBack(head, entries.at(-2))]);
    expect(await everyFault()).toContain(`${at(head.number)}曾被后来的记录看到，现已缺失或不同。`);
  });

  test('the same where more was written since', async () => {
    const { head, entries } = theChain();
    await removeDocument('audit', String(entries.at(-1)?._id));
    await putDocuments('audit-heads', [setBack(head, entries.at(-2))]);
    await writeOn(chain, 2);
    expect(await everyFault()).toContain(`${at(head.number)}曾被后来的记录看到，现已缺失或不同。`);
  });

  test('a head removed', async () => {
    const { head } = theChain();
    await removeDocument('audit-heads', chain);
    expect(await everyFault()).toEqual([`${at(head.number)}之后的链尾标记缺失。`]);
  });

  test('a whole chain removed with its head', async () => {
    const { head, entries } = theChain();
    for (const { _id } of entries) await removeDocument('audit', _id);
    await removeDocument('audit-heads', chain);
    expect(await everyFault()).toEqual([`${at(head.number)}曾被后来的记录看到，现已缺失或不同。`]);
  });

  test('a whole chain rehashed', async () => {
    const { head, entries } = theChain();
    let previous = '';
    const rehashed = entries.map(({ hash: _hash, _id, ...entry }) => {
      const forged = { ...entry, id: _id, openid: 'somebody-else', previous };
      previous = createHash('sha256').update(canonicalText(forged), 'utf8').digest('hex');
      return { ...entry, _id, openid: 'somebody-else', previous: forged.previous, hash: previous };
    });
    await putDocuments('audit', rehashed);
    await putDocuments('audit-heads', [{ ...head, hash: previous }]);
    const faults = await everyFault();
    for (const { number } of entries) expect(faults).toContain(`${at(number)}被改动。`);
  });

  test('entries beyond the head', async () => {
    const { head, entries } = theChain();
    await putDocuments('audit-heads', [setBack(head, entries.at(-2))]);
    expect(await everyFault()).toEqual([`${at(head.number)}起在链尾标记之外。`]);
  });

  test('a head that says more than there is, or another hash', async () => {
    const { head } = theChain();
    const number = Number(head.number) + 1;
    await putDocuments('audit-heads', [{ ...head, number }]);
    expect(await everyFault()).toEqual([`${at(number)}起被截去。`]);
    await putDocuments('audit-heads', [{ ...head, hash: 'a'.repeat(64) }]);
    expect(await everyFault()).toEqual([`${at(head.number)}与链尾标记不符。`]);
  });

  test('a record changed directly', async () => {
    const { _id, ...policy } = await aPolicy();
    await putDocuments('policies', [{ ...policy, _id, name: '另一个名称' }]);
    expect(await everyFault()).toEqual([`policies 中的 ${_id} 与最后一条操作记录不符，被直接改动过。`]);
  });

  test('a record removed directly', async () => {
    const { _id } = await aPolicy();
    await removeDocument('policies', _id);
    expect(await everyFault()).toEqual([`policies 中的 ${_id} 被直接删去，没有操作记录。`]);
  });

  test('everything set back to an earlier state, by a copy that was kept elsewhere', async () => {
    const policies = await kept('policies');
    await writeOn(otherChain, 1);
    const { text } = await get('bureau', exportAuditHeads, {});
    const added = (await kept('policies')).filter(({ _id }) => !policies.some((each) => each._id === _id));
    for (const { _id } of added) await removeDocument('policies', _id);
    await putBack('audit', 'audit-heads', 'policies');
    expect((await everyFault(text)).join()).toContain('与留存的副本不符');
  });
});

/** A policy that the functions wrote. */
async function aPolicy(): Promise<Kept> {
  const written = (before.audit ?? []).flatMap(({ changedIds }) => changedIds as string[]);
  const found = (await kept('policies')).find(({ _id }) => written.includes(_id));
  if (found === undefined) throw new Error('No policy was written');
  return found;
}

describe('where a chain is damaged', () => {
  test.each([
    ['without its head', (head: Kept) => removeDocument('audit-heads', head._id)],
    [
      'by a head that is too old',
      (head: Kept) => putDocuments('audit-heads', [setBack(head, theChain().entries.at(-2))]),
    ],
    [
      'by a head that says too much',
      (head: Kept) => putDocuments('audit-heads', [{ ...head, number: Number(head.number) + 7 }]),
    ],
    [
      'by a head that is none',
      (head: Kept) => putDocuments('audit-heads', [{ _id: head._id, number: 'x', hash: null }]),
    ],
    ['without its last entry', () => removeDocument('audit', String(theChain().entries.at(-1)?._id))],
  ])('%s, all writes go on, in a new chain that names it, and the bureau reads so', async (_how, damage) => {
    const { head } = theChain();
    await damage(head);
    const following = `${chain}.2`;
    await writeOn(chain, 1);
    expect(await loggedFailure()).toContain(
      `The audit's chain ${chain} is damaged; entries go on in ${following}.`,
    );

    const [first] = (await kept('audit')).filter((entry) => entry.chain === following);
    expect(first).toMatchObject({ number: 1, follows: { chain } });
    const told = `${at(1, following)}另起：原链已损坏，其后的操作记在这条新链。`;
    const { damage: read } = await get('bureau', readAudit, { about: null, action: null, before: null });
    expect(read).toEqual([told]);
    const faults = await everyFault();
    expect(faults).toContain(told);
    expect(faults.some((words) => words.startsWith(`第 ${chain} 链第`))).toBe(true);
  });
});
