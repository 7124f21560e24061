import { acceptRecord } from '#shared/contract/record/accept-record';
import { changeEdition } from '#shared/contract/edition/change-edition';
import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { compileSummary } from '#shared/contract/summary/compile-summary';
import { continueSummary } from '#shared/contract/summary/continue-summary';
import { createEdition } from '#shared/contract/edition/create-edition';
import { grantException } from '#shared/contract/bulletin/grant-exception';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { listEditions } from '#shared/contract/edition/list-editions';
import { makeEditionCurrent } from '#shared/contract/edition/make-edition-current';
import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { openEdition } from '#shared/contract/edition/open-edition';
import { revokeException } from '#shared/contract/bulletin/revoke-exception';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { sendBulletin } from '#shared/contract/bulletin/send-bulletin';
import { submitSummary } from '#shared/contract/summary/submit-summary';
import { undoMerge } from '#shared/contract/record/undo-merge';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { fieldsOf } from '#shared/week/edition';
import { unitNamed } from '../../../local/demo/units';
import { october, octoberDay } from '../../shared/example-records';
import { compile } from '../support/compile';
import { merging } from '../support/joint-event';
import { changeOf, log, logForm } from '../support/log-form';
import { newEdition, weekOf } from '../support/other-edition';
import {
  addPerson,
  causeTrouble,
  endTroubles,
  get,
  kept,
  keptAs,
  putDocuments,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
} from '../support/running-cloud';
import { isDone, race, racer, refusalsIn, together } from './race';

runTheCloud();

const base = unitNamed('演示双创示范基地');
const bureau = unitNamed('广东省中小企业局');
const reportOn = (dayOfMonth: string) => ({
  firstDay: octoberDay(dayOfMonth),
  lastDay: octoberDay(dayOfMonth),
});

beforeAll(async () => {
  await stopClockAt(october('10 10:00'));
  await addPerson('colleague', {
    unitId: base.id,
    unitName: base.name,
    city: base.city,
    role: 'organiser',
  });
  await addPerson('partner', {
    unitId: 'unit-partner',
    unitName: '广州创投协会',
    city: '广州',
    role: 'organiser',
  });
  await addPerson('second', { unitId: bureau.id, unitName: bureau.name, city: '省直', role: 'bureau' });
  await addPerson('city-2', { unitId: 'unit-city-2', unitName: '广州市局', city: '广州', role: 'city' });
  await addPerson('yunfu', {
    unitId: 'unit-yunfu',
    unitName: '云浮示范基地',
    city: '云浮',
    role: 'organiser',
  });
});

const mostRounds = 500;
const charactersOfAName = 5;

/** Where characters begin that are letters, and from which race on they are used. */
const scripts = [
  { begins: 0x4e00, from: 0 },
  { begins: 0xac00, from: 8 },
  { begins: 0x3400, from: 12 },
] as const;

/** A name that no other race's and no other round's is like: characters of its own. */
function nameOf(race: number, round: number): string {
  const perRace = mostRounds * charactersOfAName;
  const { begins, from } = [...scripts].reverse().find((each) => race >= each.from) ?? scripts[0];
  const block = begins + (race - from) * perRace;
  const first = block + (round % mostRounds) * charactersOfAName;
  const own = Array.from({ length: charactersOfAName }, (_each, index) => first + index);
  return `${String.fromCharCode(...own)}对接`;
}

race('an edit while the record is changed', async (round) => {
  const activity = await log('organiser', { name: nameOf(0, round) });
  const { id, revision } = activity;
  const others = [
    racer(
      'colleague',
      saveActivity,
      changeOf(activity, { about: '同事改过的主要内容：政策解读和现场答疑。' }),
    ),
    racer('organiser', withdrawRecord, { kind: 'activity', id, revision, reason: '填错了' }),
  ];
  const other = others[round % 2];
  if (other === undefined) throw new Error('There are two');
  const editing = racer(
    'organiser',
    saveActivity,
    changeOf(activity, { about: '自己改过的主要内容：政策解读和现场答疑。' }),
  );
  const answers = await together([editing, other], round);
  expect(refusalsIn(answers)).toEqual(['CONFLICT']);
  expect(await keptAs('activities', id)).toMatchObject({ revision: revision + 1 });
});

race('an edit while the record is merged', async (round) => {
  const own = await log('organiser', { name: nameOf(1, round) });
  const theirs = await log('partner', { name: nameOf(2, round) });
  const answers = await together(
    [
      racer('city', mergeDoubles, merging(own, theirs)),
      racer(
        'organiser',
        saveActivity,
        changeOf(own, { about: '合并时改过的主要内容：政策解读和现场答疑。' }),
      ),
    ],
    round,
  );
  expect(refusalsIn(answers)).toEqual(['CONFLICT']);
  const { mergedInto } = await keptAs('activities', theirs.id);
  const group = (await kept('merge-groups')).find(({ _id }) => _id === own.id);
  expect(group?.merged ?? []).toHaveLength(mergedInto === own.id ? 1 : 0);
});

/** The three records of a race that may be merged, as they are kept. */
async function recordsOf(ids: readonly string[]) {
  return Promise.all(ids.map((id) => keptAs('activities', id)));
}

/** What several records are together is the same with each, says how each stands, and lists one of them at most. */
async function requireWhole(ids: readonly string[]): Promise<void> {
  const records = await recordsOf(ids);
  const groups = (await kept('merge-groups')).filter(({ _id }) => ids.includes(_id));
  for (const { _id, joint, mergedInto, listed, state } of records) {
    const group = groups.find((each) => each._id === (mergedInto ?? _id));
    const others = (group?.merged ?? []) as { otherId: string }[];
    const members = others.length === 0 ? [] : [group?._id, ...others.map(({ otherId }) => otherId)];
    const told = joint as { standsId: string; members: { id: string; state: string }[] } | null;
    expect(told?.members.map(({ id }) => id) ?? []).toEqual(members);
    expect(told === null || told.members.find(({ id }) => id === _id)?.state === state).toBe(true);
    expect(listed).toBe(state !== 'returned' && (told === null || told.standsId === _id));
    expect(mergedInto).toBe(members.includes(_id) && members[0] !== _id ? members[0] : null);
  }
}

/** One event in the records of three units of a city. */
async function threeRecords(race: number, round: number) {
  const name = nameOf(race, round);
  const own = await log('organiser', { name, startTime: '09:00' });
  const theirs = await log('partner', { name });
  const third = await log('organiser', { name, startTime: '10:00' });
  return { own, theirs, third, ids: [own.id, theirs.id, third.id] };
}

race('a report while the record is merged', async (round) => {
  const { own, theirs, ids } = await threeRecords(8, round);
  await stopClockAt(october('10 10:00'));
  const answers = await together(
    [
      racer('city', mergeDoubles, merging(own, theirs)),
      racer('partner', saveActivity, changeOf(theirs, {}, { bulletin: 'report' })),
    ],
    round,
  );
  expect(refusalsIn(answers)).toEqual(['CONFLICT']);
  const { mergedInto, inBulletins } = await keptAs('activities', theirs.id);
  expect(inBulletins).toHaveLength(mergedInto === null ? 1 : 0);
  await requireWhole(ids);
});

race('a return while the record is merged', async (round) => {
  const { own, theirs, ids } = await threeRecords(9, round);
  const { id, revision } = round % 2 === 0 ? own : theirs;
  const back = { kind: 'activity' as const, id, revision, reason: '请核对', fields: [] };
  const answers = await together(
    [racer('city', mergeDoubles, merging(own, theirs)), racer('city-2', returnRecord, back)],
    round,
  );
  for (const refusal of refusalsIn(answers)) expect(['CONFLICT', 'FROZEN returned']).toContain(refusal);
  expect(answers.filter(isDone)).toHaveLength(1);
  await requireWhole(ids);
});

race('a merge while another is undone', async (round) => {
  const { own, theirs, third, ids } = await threeRecords(10, round);
  const first = await get('city', mergeDoubles, merging(own, theirs));
  const undone = await together(
    [racer('city', undoMerge, { id: first.id }), racer('city-2', mergeDoubles, merging(first.stays, third))],
    round,
  );
  for (const refusal of refusalsIn(undone)) expect(refusal).toBe('CONFLICT');
  expect(undone.some(isDone)).toBe(true);
  await requireWhole(ids);
});

race('one record merged into two', async (round) => {
  const { own, theirs, third, ids } = await threeRecords(12, round);
  const twice = await together(
    [
      racer('city', mergeDoubles, merging(own, theirs)),
      racer('city-2', mergeDoubles, merging(third, theirs)),
    ],
    round,
  );
  for (const refusal of refusalsIn(twice)) expect(['CONFLICT', 'FROZEN merged']).toContain(refusal);
  expect(twice.filter(isDone)).toHaveLength(1);
  await requireWhole(ids);
});

race('two records of one event accepted and returned', async (round) => {
  const { own, theirs, ids } = await threeRecords(11, round);
  const { stays, other } = await get('city', mergeDoubles, merging(own, theirs));
  const back = { kind: 'activity' as const, ...stays, reason: '请核对', fields: [] };
  const answers = await together(
    [racer('city', acceptRecord, { kind: 'activity', ...other }), racer('city-2', returnRecord, back)],
    round,
  );
  expect(refusalsIn(answers)).toEqual([]);
  for (const { joint } of (await recordsOf(ids)).slice(0, 2))
    expect(joint).toMatchObject({ standsId: theirs.id, countsId: theirs.id });
  await requireWhole(ids);
});

race('one event logged by two units', async (round) => {
  const name = nameOf(3, round);
  const answers = await together(
    ['organiser', 'partner'].map((person) => racer(person, saveActivity, logForm({ name }))),
    round,
  );
  expect(refusalsIn(answers)).toEqual([]);
  const ids = (await kept('activities')).filter((each) => each.name === name).map(({ _id }) => _id);
  expect(ids).toHaveLength(2);
  const pairs = (await kept('doubles')).filter(({ recordIds }) =>
    ids.every((id) => (recordIds as string[]).includes(id)),
  );
  expect(pairs).toMatchObject([{ state: 'open' }]);
  expect(await kept('double-marks')).toEqual([]);
});

/** Puts a bulletin and what it has received back to where nothing is compiled. */
async function reopen(day: string): Promise<void> {
  const entries = await kept('bulletin-entries');
  await putDocuments(
    'bulletin-entries',
    entries.map((each) => ({ ...each, withdrawn: true })),
  );
  const bulletins = (await kept('bulletins')).filter((each) => each.day === day);
  await putDocuments(
    'bulletins',
    bulletins.map((each) => ({ ...each, state: 'open', number: null, revision: Number(each.revision) + 1 })),
  );
}

race('a report while its day is compiled', async (round) => {
  const day = octoberDay('11');
  await stopClockAt(october('11 15:59:59.999'));
  await reopen(day);
  await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: round % 50 });
  const reporting = racer(
    'organiser',
    saveActivity,
    logForm({ name: nameOf(4, round), ...reportOn('11') }, { bulletin: 'report' }),
  ).send();
  await new Promise((resolve) => setTimeout(resolve, 5 + (round % 20)));
  const compiling = stopClockAt(october('11 16:00:40')).then(() =>
    racer('bureau', compileBulletin, { day }).send(),
  );
  const [reported, compiled] = await Promise.all([reporting, compiling]);
  await endTroubles();
  expect(refusalsIn([compiled])).toEqual([]);
  await wakeTheTimer();
  const { bulletin, isOutdated } = await get('bureau', openBulletin, { day });
  expect(isOutdated).toBe(false);
  expect(bulletin.printed).toHaveLength(isDone(reported) ? 1 : 0);
});

/** A day of which the bulletin is compiled, not issued, without an exception. */
async function compiledDay(dayOfMonth: string): Promise<{ day: string; revision: number }> {
  const day = octoberDay(dayOfMonth);
  await stopClockAt(october(`${dayOfMonth} 16:10`));
  await putDocuments(
    'bulletin-exceptions',
    (await kept('bulletin-exceptions')).map((each) => ({
      ...each,
      exceptions: [],
      exceptionIds: [],
      days: [],
    })),
  );
  await reopen(day);
  const { bulletin } = await get('bureau', compileBulletin, { day });
  return { day, revision: bulletin.revision };
}

race('an exception granted while the day is issued', async (round) => {
  const { day, revision } = await compiledDay('12');
  const exception = { unitId: base.id, day, until: october('12 18:00'), reason: '会场断电' };
  const answers = await together(
    [racer('second', issueBulletin, { day, revision }), racer('bureau', grantException, exception)],
    round,
  );
  expect(answers.filter(isDone)).toHaveLength(1);
  for (const refusal of refusalsIn(answers))
    expect(['DEADLINE_PASSED', 'CONFLICT', 'FROZEN bulletin-open']).toContain(refusal);
  const { state } = await keptAs('bulletins', `2018-${day}`);
  expect(state).toBe(answers[0] !== undefined && isDone(answers[0]) ? 'issued' : 'open');
});

race('an exception taken back while it is used', async (round) => {
  const { day } = await compiledDay('13');
  const granted = await get('bureau', grantException, {
    unitId: base.id,
    day,
    until: october('13 18:00'),
    reason: '会场断电',
  });
  const { id } = granted.exception;
  const answers = await together(
    [
      racer('bureau', revokeException, { id }),
      racer(
        'organiser',
        saveActivity,
        logForm({ name: nameOf(5, round), ...reportOn('13') }, { bulletin: 'report' }),
      ),
    ],
    round,
  );
  expect(answers.filter(isDone)).toHaveLength(1);
  for (const refusal of refusalsIn(answers))
    expect(['FROZEN exception-used', 'CUTOFF_PASSED']).toContain(refusal);
});

race('one mail sent by two', async (round) => {
  const day = octoberDay('09');
  if (round === 1) {
    const compiled = await compiledDay('09');
    await get('bureau', issueBulletin, compiled);
  }
  await putDocuments(
    'mails',
    (await kept('mails')).map((each) => ({ ...each, state: 'failed' })),
  );
  const before = (await kept('mails')).length;
  const answers = await together(
    ['bureau', 'second'].map((person) => racer(person, sendBulletin, { day, again: false })),
    round,
  );
  expect(answers.filter(isDone)).toHaveLength(1);
  for (const refusal of refusalsIn(answers))
    expect(['FROZEN mail-queued', 'FROZEN mail-sent']).toContain(refusal);
  expect(await kept('mails')).toHaveLength(before + 1);
});

race('one scope summed up twice', async (round) => {
  await stopClockAt(october('14 10:00'));
  const before = await compile('city');
  const answers = await together(
    ['city', 'city-2'].map((person) => racer(person, compileSummary, { scope: null })),
    round,
  );
  expect(refusalsIn(answers)).toEqual([]);
  for (const answer of answers) {
    const { summaryId } = (answer as { reply: { summaryId: string } }).reply;
    while ((await get('city', continueSummary, { summaryId })).summary === null);
  }
  const versions = (await kept('summaries'))
    .filter(({ scopeKey }) => scopeKey === 'city:广州' || scopeKey === '广州')
    .map(({ version }) => Number(version));
  expect(new Set(versions).size).toBe(versions.length);
  expect(Math.max(...versions) - before.version).toBeGreaterThan(0);
  expect(Math.max(...versions) - before.version).toBeLessThanOrEqual(2);
  expect(await kept('summary-jobs')).toEqual([]);
});

race('one scope submitted twice', async (round) => {
  await stopClockAt(october('14 10:00'));
  const { id } = await compile('city');
  const before = (await kept('submissions')).length;
  const answers = await together(
    ['city', 'city-2'].map((person) => racer(person, submitSummary, { summaryId: id })),
    round,
  );
  expect(refusalsIn(answers)).toEqual(['FROZEN submitted']);
  const submissions = await kept('submissions');
  expect(submissions).toHaveLength(before + 1);
  expect(new Set(submissions.map(({ number }) => number)).size).toBe(submissions.length);
});

race('the snapshot published by two machines', async (round) => {
  const versionNow = async () => Number((await keptAs('snapshots', '2018')).version);
  await wakeTheTimer();
  const before = await versionNow();
  await log('organiser', { name: nameOf(6, round) });
  await Promise.all([wakeTheTimer(), wakeTheTimer()]);
  expect(await versionNow()).toBe(before + 1);
  await wakeTheTimer();
  expect(await kept('visible-changes')).toEqual([]);
});

/** There are no more years in a century than these. */
const mostYears = 60;

race(
  'one year made twice',
  async (round) => {
    const id = String(2030 + round);
    const asked = { id, from: '2018', fields: weekOf(id) };
    const answers = await together(
      ['bureau', 'second'].map((person) => racer(person, createEdition, asked)),
      round,
    );
    expect(refusalsIn(answers)).toEqual(['INVALID_INPUT']);
  },
  mostYears,
);

race('a series taken out while its first record comes', async (round) => {
  const { editions } = await get('bureau', listEditions, {});
  const edition = editions.find(({ id }) => id === '2018');
  if (edition === undefined) throw new Error('2018 is there');
  const { revision } = edition;
  const series = '创客广东';
  const fields = { ...fieldsOf(edition), series: edition.series.filter((each) => each !== series) };
  const answers = await together(
    [
      racer('bureau', changeEdition, { id: '2018', revision, fields }),
      racer('yunfu', saveActivity, logForm({ name: nameOf(7, round), series, ...reportOn('15') })),
    ],
    round,
  );
  expect(refusalsIn(answers)).toEqual(['INVALID_INPUT']);
  await putDocuments(
    'activities',
    (await kept('activities'))
      .filter((each) => each.series === series)
      .map((each) => ({ ...each, editionId: 'elsewhere' })),
  );
  const uses = await keptAs('edition-uses', '2018');
  await putDocuments('edition-uses', [{ ...uses, series: [], days: [] }]);
  await putDocuments('editions', [{ ...(await keptAs('editions', '2018')), series: [...edition.series] }]);
});

// The last: another year is on from here on.
race('two editions made current', async (round) => {
  if (round === 1) {
    const { id, revision } = await newEdition('2099');
    await get('bureau', openEdition, { id, revision });
  }
  const answers = await together(
    [
      racer('bureau', makeEditionCurrent, { id: '2018' }),
      racer('second', makeEditionCurrent, { id: '2099' }),
    ],
    round,
  );
  expect(refusalsIn(answers)).toEqual([]);
  const { editions } = await get('bureau', listEditions, {});
  expect(editions.filter(({ current }) => current)).toHaveLength(1);
});
