import { acceptRecord } from '#shared/contract/record/accept-record';
import { listOwnRecords } from '#shared/contract/record/list-own-records';
import { listRecordsInState } from '#shared/contract/record/list-records-in-state';
import { listPolicies, readPolicy, savePolicy } from '#shared/contract/record/policy';
import { listShowcases, readShowcase, saveShowcase } from '#shared/contract/record/showcase';
import { lookAtChanges } from '#shared/contract/record/look-at-changes';
import { openRecord } from '#shared/contract/record/open-record';
import { openSummary } from '#shared/contract/summary/open-summary';
import { readActivity } from '#shared/contract/public/read-activity';
import { readHistory } from '#shared/contract/record/read-history';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { october } from '../../../shared/example-records';
import { changeOf, log } from '../../support/log-form';
import { accept, collectionOf, logPolicy, logRecord, logShowcase } from '../../support/records';
import {
  addPerson,
  ask,
  get,
  kept,
  keptAs,
  makeRequestsMeet,
  newRequestId,
  openidOf,
  refused,
  runTheCloud,
  stopClockAt,
  type Answer,
} from '../../support/running-cloud';
import { missingOf, type RecordKind } from '#shared/record/record-kind';
import { policyDraft, showcaseDraft } from '../../../shared/example-drafts';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

const kinds: RecordKind[] = ['activity', 'policy', 'showcase'];
const wrong = { reason: '名称与通知不一致', fields: ['name'] };

function isReply(answer: Answer): boolean {
  return 'ok' in answer && answer.ok;
}

/** Everything a list has, read page after page. */
async function everyPage<Each>(
  read: (after: string | null) => Promise<{ items: Each[]; next: string | null }>,
): Promise<Each[]> {
  const all: Each[] = [];
  let after: string | null = null;
  do {
    const page: { items: Each[]; next: string | null } = await read(after);
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  return all;
}

/** Whether the public can read a record. */
async function isPublic(kind: RecordKind, id: string): Promise<boolean> {
  if (kind === 'activity') return isReply(await ask('visitor', readActivity, { id }));
  return isReply(await ask('visitor', kind === 'policy' ? readPolicy : readShowcase, { id }));
}

/** Hands a record in again as its unit, mended. */
async function mend(kind: RecordKind, id: string, revision: number, reason = ''): Promise<Answer> {
  const change = { id, revision };
  const name = '改正之后的名称全文';
  if (kind === 'policy')
    return ask('organiser', savePolicy, { change, draft: { ...policyDraft, name }, reason });
  if (kind === 'showcase') {
    return ask('organiser', saveShowcase, { change, draft: { ...showcaseDraft, name }, reason });
  }
  const { kept: opened } = await get('organiser', openRecord, { kind, id });
  if (opened.kind !== 'activity') throw new Error('It is no activity');
  return ask('organiser', saveActivity, changeOf({ ...opened.record, revision }, { name }, { reason }));
}

describe.each(kinds)('the life of a record: %s', (kind) => {
  const collection = collectionOf[kind];

  test('is reported, accepted, and only then shown where it is shown only then', async () => {
    const { id, revision } = await logRecord(kind);
    expect(await isPublic(kind, id)).toBe(kind === 'activity');
    await accept(kind, { id, revision });
    expect(await keptAs(collection, id)).toMatchObject({ state: 'accepted', revision: 2 });
    expect(await isPublic(kind, id)).toBe(true);
  });

  test('is returned with the reason and the wrong fields, mended, and reported again with its first receipt', async () => {
    const { id, revision } = await logRecord(kind);
    await stopClockAt(october('10 11:00'));
    const returned = await get('city', returnRecord, { kind, id, revision, ...wrong });
    expect(await keptAs(collection, id)).toMatchObject({
      state: 'returned',
      returned: { at: october('10 11:00'), ...wrong },
      reportedAt: october('10 10:00'),
      listed: false,
    });
    expect(await isPublic(kind, id)).toBe(false);

    await stopClockAt(october('10 12:00'));
    expect(isReply(await mend(kind, id, returned.revision))).toBe(true);
    expect(await keptAs(collection, id)).toMatchObject({
      state: 'reported',
      returned: null,
      reportedAt: october('10 10:00'),
      updatedAt: october('10 12:00'),
      name: '改正之后的名称全文',
    });
  });

  test('a return that names a field the kind has not is refused at that field', async () => {
    const { id, revision } = await logRecord(kind);
    const fields = ['name', 'state', '$where'];
    expect(await refused('city', returnRecord, { kind, id, revision, reason: '请改', fields })).toEqual({
      code: 'INVALID_INPUT',
      details: {
        fields: [
          { field: 'fields.1', problem: 'not-a-choice', limit: null },
          { field: 'fields.2', problem: 'not-a-choice', limit: null },
        ],
      },
    });
    expect(await keptAs(collection, id)).toMatchObject({ state: 'reported', revision: 1 });
  });

  test('is withdrawn by its unit, once, and never after acceptance', async () => {
    const { id, revision } = await logRecord(kind);
    await get('organiser', withdrawRecord, { kind, id, revision, reason: '活动取消' });
    expect(await keptAs(collection, id)).toMatchObject({
      state: 'withdrawn',
      listed: false,
      lastChange: { reason: '活动取消' },
    });
    expect(await isPublic(kind, id)).toBe(false);
    const frozen = { code: 'FROZEN', details: { state: 'withdrawn' } };
    expect(await refused('organiser', withdrawRecord, { kind, id, revision: 2 })).toEqual(frozen);
    expect(await refused('city', returnRecord, { kind, id, revision: 2, ...wrong })).toEqual(frozen);
    expect(await refused('city', acceptRecord, { kind, id, revision: 2 })).toEqual(frozen);

    const other = await logRecord(kind);
    const accepted = await accept(kind, other);
    expect(await refused('organiser', withdrawRecord, { kind, id: other.id, revision: accepted })).toEqual({
      code: 'FROZEN',
      details: { state: 'accepted' },
    });
  });

  test('is changed after acceptance only with a reason, stays accepted, and is counted by field until looked at', async () => {
    const { id, revision } = await logRecord(kind);
    const accepted = await accept(kind, { id, revision });
    expect(await mend(kind, id, accepted)).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { fields: [{ field: 'reason', problem: 'required' }] } },
    });
    expect(isReply(await mend(kind, id, accepted, '名称写错'))).toBe(true);
    expect(await keptAs(collection, id)).toMatchObject({
      state: 'accepted',
      name: '改正之后的名称全文',
      changedAfterAcceptance: { count: 1, unseen: 1 },
      changedFields: [{ field: 'name', seen: false }],
      lastChange: { reason: '名称写错' },
    });

    const looked = await get('city', lookAtChanges, { kind, id, revision: accepted + 1 });
    expect(looked.revision).toBe(accepted + 1);
    expect(await keptAs(collection, id)).toMatchObject({ changedAfterAcceptance: { count: 1, unseen: 0 } });

    // A reviewer may still give it back, and then it starts over.
    await get('bureau', returnRecord, { kind, id, revision: accepted + 1, ...wrong });
    expect(await keptAs(collection, id)).toMatchObject({
      state: 'returned',
      changedAfterAcceptance: { count: 0, unseen: 0 },
    });
  });

  test('looking at changes that changed again meanwhile is a conflict with the record as it is now', async () => {
    const { id, revision } = await logRecord(kind);
    const accepted = await accept(kind, { id, revision });
    await mend(kind, id, accepted, '名称写错');
    expect(await refused('city', lookAtChanges, { kind, id, revision: accepted })).toMatchObject({
      code: 'CONFLICT',
      details: { current: { id, name: '改正之后的名称全文', revision: accepted + 1 } },
    });
    expect(await keptAs(collection, id)).toMatchObject({ changedAfterAcceptance: { unseen: 1 } });
  });

  test('what two reviewers decide at the same moment happens once', async () => {
    const { id, revision } = await logRecord(kind);
    await makeRequestsMeet('city', openSummary, { after: null });
    const answers = await Promise.all([
      ask('city', acceptRecord, { kind, id, revision }),
      ask('bureau', returnRecord, { kind, id, revision, ...wrong }),
    ]);
    expect(answers.filter(isReply)).toHaveLength(1);
    const record = await keptAs(collection, id);
    expect(record).toMatchObject({
      revision: 2,
      state: isReply(answers[0]) ? 'accepted' : 'returned',
    });
    expect(answers.find((answer) => !isReply(answer))).toMatchObject({
      error: { code: 'CONFLICT', details: { current: { id, state: record.state } } },
    });
  });

  test('a unit that withdraws while its reviewer accepts: one of the two wins', async () => {
    const { id, revision } = await logRecord(kind);
    await makeRequestsMeet('city', openSummary, { after: null });
    const answers = await Promise.all([
      ask('city', acceptRecord, { kind, id, revision }),
      ask('organiser', withdrawRecord, { kind, id, revision }),
    ]);
    expect(answers.filter(isReply)).toHaveLength(1);
    expect(await keptAs(collection, id)).toMatchObject({
      state: isReply(answers[0]) ? 'accepted' : 'withdrawn',
      revision: 2,
    });
  });

  test('a return that is sent twice returns once, and one reused for another record is refused', async () => {
    const [one, other] = [await logRecord(kind), await logRecord(kind)];
    const requestId = newRequestId();
    const input = { kind, id: one.id, revision: 1, ...wrong };
    const first = await get('city', returnRecord, input, requestId);
    expect(await get('city', returnRecord, input, requestId)).toEqual(first);
    expect(await keptAs(collection, one.id)).toMatchObject({ revision: 2 });
    expect(await refused('city', returnRecord, { ...input, id: other.id }, requestId)).toMatchObject({
      code: 'DUPLICATE',
    });
  });

  test('reaches only its own unit and its own reviewers', async () => {
    await addPerson('neighbour', {
      unitId: 'unit-n',
      unitName: '邻居示范基地',
      city: '广州',
      role: 'organiser',
    });
    await addPerson('shenzhen', { unitId: 'unit-sz', unitName: '深圳市经信委', city: '深圳', role: 'city' });
    const { id, revision } = await logRecord(kind);
    const forbidden = { code: 'FORBIDDEN', details: {} };
    expect(await refused('neighbour', openRecord, { kind, id })).toEqual(forbidden);
    expect(await refused('neighbour', readHistory, { kind, id, after: null })).toEqual(forbidden);
    expect(await refused('neighbour', withdrawRecord, { kind, id, revision })).toEqual(forbidden);
    expect(await refused('shenzhen', acceptRecord, { kind, id, revision })).toEqual(forbidden);
    expect(await refused('shenzhen', returnRecord, { kind, id, revision, ...wrong })).toEqual(forbidden);
    expect(await refused('shenzhen', lookAtChanges, { kind, id, revision })).toEqual(forbidden);
    expect(await refused('shenzhen', openRecord, { kind, id })).toEqual(forbidden);
    for (const person of ['organiser', 'city', 'bureau'])
      expect(await get(person, openRecord, { kind, id })).toMatchObject({ kept: { kind, record: { id } } });
  });

  test('what does not exist is not found', async () => {
    const notFound = { code: 'NOT_FOUND', details: { what: missingOf(kind) } };
    expect(await refused('bureau', acceptRecord, { kind, id: 'none', revision: 1 })).toEqual(notFound);
    expect(await refused('organiser', withdrawRecord, { kind, id: 'none', revision: 1 })).toEqual(notFound);
    expect(await refused('organiser', openRecord, { kind, id: 'none' })).toEqual(notFound);
    expect(await refused('organiser', readHistory, { kind, id: 'none', after: null })).toEqual(notFound);
  });

  test('is in its unit’s own list and before its reviewers, page after page', async () => {
    const logged = new Set<string>();
    for (let count = 0; count < 12; count += 1) logged.add((await logRecord(kind)).id);

    const own = await everyPage(async (after) => {
      const { records, next } = await get('organiser', listOwnRecords, { kind, after });
      return { items: records.map(({ record }) => record.id), next };
    });
    expect([...logged].every((id) => own.includes(id))).toBe(true);
    expect(new Set(own).size).toBe(own.length);

    const waiting = await everyPage(async (after) => {
      const { records, next } = await get('city', listRecordsInState, { kind, state: 'reported', after });
      return { items: records.map(({ record }) => record.id), next };
    });
    expect([...logged].every((id) => waiting.includes(id))).toBe(true);
    expect(new Set(waiting).size).toBe(waiting.length);
  });
});

describe('the history of a record', () => {
  test('says when, which unit and role, which action, each field before and after, and why, and names no person', async () => {
    const { id } = await log('organiser');
    await stopClockAt(october('10 11:00'));
    await get('city', returnRecord, { kind: 'activity', id, revision: 1, ...wrong });
    await stopClockAt(october('10 12:00'));
    await mend('activity', id, 2);
    await accept('activity', { id, revision: 3 });
    await mend('activity', id, 4, '无变化也说明');
    await stopClockAt(october('10 13:00'));
    await get('bureau', lookAtChanges, { kind: 'activity', id, revision: 5 });

    for (const person of ['organiser', 'city', 'bureau']) {
      const { entries, next } = await get(person, readHistory, { kind: 'activity', id, after: null });
      const organiser = { unitId: 'unit-0', unitName: '演示双创示范基地', role: 'organiser' };
      expect(next).toBeNull();
      expect(entries).toMatchObject([
        { at: october('10 10:00'), action: 'saveActivity', by: organiser, reason: '' },
        { at: october('10 11:00'), action: 'returnRecord', by: { role: 'city' }, reason: wrong.reason },
        { action: 'saveActivity', by: organiser },
        { action: 'acceptRecord', by: { unitName: '广州市工业和信息化委员会', role: 'city' } },
        { action: 'saveActivity', reason: '无变化也说明', fields: [] },
        { action: 'lookAtChanges', by: { role: 'bureau' }, fields: [] },
      ]);
      expect(entries[1]?.fields).toEqual([{ field: 'state', before: 'reported', after: 'returned' }]);
      expect(entries[2]?.fields).toEqual([
        { field: 'name', before: '小微企业融资政策解读会', after: '改正之后的名称全文' },
        { field: 'state', before: 'returned', after: 'reported' },
      ]);
      const said = JSON.stringify(entries);
      for (const each of ['organiser', 'city', 'bureau']) expect(said).not.toContain(openidOf(each));
    }
  });

  test('is read page after page, nothing twice and nothing left out', async () => {
    const { id } = await logPolicy('organiser');
    for (let revision = 1; revision <= 44; revision += 1) {
      const name = `广州市支持小微企业融资若干措施之${revision}`;
      const change = { id, revision };
      await stopClockAt(october('10 10:00') + revision);
      await get('organiser', savePolicy, { change, draft: { ...policyDraft, name } });
    }
    const fields = await everyPage(async (after) => {
      const { entries, next } = await get('organiser', readHistory, { kind: 'policy', id, after });
      return { items: entries.flatMap((entry) => entry.fields), next };
    });
    const names = fields.filter(({ field }) => field === 'name').map((each) => each.after);
    expect(names).toHaveLength(45);
    expect(names.at(-1)).toBe('广州市支持小微企业融资若干措施之44');
    expect(new Set(names).size).toBe(45);
  });
});

describe('the bulletin of a record', () => {
  async function entriesOf(activityId: string) {
    return (await kept('bulletin-entries')).filter((entry) => entry.activityId === activityId);
  }

  test('loses it while it is open when the unit withdraws it, and keeps it once it is closed', async () => {
    const [early, late] = [
      await log('organiser', {}, { bulletin: 'report' }),
      await log('organiser', {}, { bulletin: 'report' }),
    ];
    await get('organiser', withdrawRecord, { kind: 'activity', id: early.id, revision: 1 });
    expect(await entriesOf(early.id)).toMatchObject([{ withdrawn: true }]);
    await stopClockAt(october('10 16:00'));
    await get('organiser', withdrawRecord, {
      kind: 'activity',
      id: late.id,
      revision: 1,
      reason: '活动取消',
    });
    expect(await entriesOf(late.id)).toMatchObject([{ withdrawn: false }]);
  });

  test('keeps the receipt of a report that was returned and mended after the cut-off', async () => {
    const { id } = await log('organiser', {}, { bulletin: 'report' });
    await get('city', returnRecord, { kind: 'activity', id, revision: 1, ...wrong });
    await stopClockAt(october('10 17:00'));
    const { kept: opened } = await get('organiser', openRecord, { kind: 'activity', id });
    if (opened.kind !== 'activity') throw new Error('It is no activity');
    const mended = { bulletin: 'report', reason: '按退回意见改名' } as const;
    const change = changeOf(opened.record, { name: '截止后改好的活动' }, mended);
    const { activity } = await get('organiser', saveActivity, change);
    expect(activity).toMatchObject({
      state: 'reported',
      reportedAt: october('10 10:00'),
      bulletin: { result: 'taken', day: '2018-10-10', receivedAt: october('10 10:00') },
    });
  });
});

describe('what the public reads', () => {
  test('are accepted policies, the latest issued first, with nothing of how they are kept', async () => {
    const old = await logPolicy('organiser', { name: '较早的一项政策措施', issuedOn: '2018' });
    const late = await logPolicy('organiser', { name: '较新的一项政策措施', issuedOn: '2018-12' });
    const waiting = await logPolicy('organiser', { name: '未审核的政策措施' });
    for (const each of [old, late]) await accept('policy', each);
    const ids = await everyPage(async (after) => {
      const { records, next } = await get('visitor', listPolicies, { after });
      return { items: records.map(({ id }) => id), next };
    });
    expect(ids.indexOf(late.id)).toBeLessThan(ids.indexOf(old.id));
    expect(ids).toContain(old.id);
    expect(ids).not.toContain(waiting.id);
    const { record: policy } = await get('visitor', readPolicy, { id: late.id });
    expect(Object.keys(policy).sort()).toEqual(
      ['documentNumber', 'files', 'id', 'issuedOn', 'issuer', 'link', 'name', 'remark', 'text'].sort(),
    );
  });

  test('are accepted showcases of a kind or of all, without what services were given', async () => {
    const [person, project] = [
      await logShowcase('organiser', { kind: '典型人物', name: '一位返乡创业的青年' }),
      await logShowcase('organiser', { kind: '获奖项目', name: '一个拿了金奖的项目' }),
    ];
    for (const each of [person, project]) await accept('showcase', each);
    const ofKind = await get('visitor', listShowcases, { kind: '典型人物', after: null });
    expect(ofKind.records.map(({ id }) => id)).toEqual([person.id]);
    const all = await get('visitor', listShowcases, { kind: null, after: null });
    expect(all.records.map(({ id }) => id)).toEqual(expect.arrayContaining([person.id, project.id]));
    expect(await get('visitor', readShowcase, { id: person.id })).not.toHaveProperty('record.followUps');
  });
});
