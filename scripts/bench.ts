import { randomBytes } from 'node:crypto';
import { guangdongCities } from '#shared/record/region';
import { settleActivity } from '#shared/record/activity-life';
import type { Activity } from '#shared/record/activity';
import { activities } from '../local/demo/activities';
import { edition2018 } from '../local/demo/edition-2018';
import { unitNamed } from '../local/demo/units';
import { startProduct } from './browser/running-product';
import { localHeader } from '../local/cloud/routes/local-header';

/** Real seconds are what counts here, not the simulated ones. */
const rounds = 200;
const warmUps = 5;
const records = 10_000;

interface Reply {
  summaryId?: string;
  summary?: object | null;
}
interface Answer {
  result: { ok: boolean; reply: Reply };
}

function percentile(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1).padStart(8);
}

const began = performance.now();
const product = await startProduct();
const startMs = performance.now() - began;

async function send(method: string, path: string, body: unknown): Promise<Response> {
  const response = await fetch(`${product.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...localHeader },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

async function call(as: string, target: string, input: unknown): Promise<{ reply: Reply; bytes: number }> {
  const [name, action] = target.split('.');
  const requestId = randomBytes(16).toString('hex');
  const response = await send('POST', '/local/call', {
    as,
    function: name,
    data: { action, requestId, input },
  });
  const text = await response.text();
  const { result } = JSON.parse(text) as Answer;
  if (!result.ok) throw new Error(`${target}: ${text}`);
  return { reply: result.reply, bytes: Buffer.byteLength(text) };
}

async function measure(title: string, times: number, work: () => Promise<{ bytes: number }>): Promise<void> {
  for (let round = 0; round < Math.min(warmUps, times); round += 1) await work();
  const taken: number[] = [];
  let bytes = 0;
  for (let round = 0; round < times; round += 1) {
    const from = performance.now();
    ({ bytes } = await work());
    taken.push(performance.now() - from);
  }
  taken.sort((one, other) => one - other);
  const columns = [percentile(taken, 0.5), percentile(taken, 0.95), String(bytes).padStart(9)];
  console.log(`${title.padEnd(30)}${columns.join('')}`);
}

function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new Error('The demo has no activity');
  return first;
}
const sample = firstOf(activities);

/** One of the many, on a day of the week, in a city; a third is in one city, as in life, so that its days are full. */
function oneOfMany(id: string, index: number, changed: Partial<Activity>): Record<string, unknown> {
  const day = `2018-10-${String(9 + (index % 7)).padStart(2, '0')}`;
  const city = index % 3 === 0 ? '广州' : (guangdongCities[index % guangdongCities.length] ?? '广州');
  const { id: _id, ...fields } = settleActivity(
    {
      ...sample,
      id,
      city,
      name: `${sample.name}第${index}场`,
      hosts: [`主办单位${index % 500}`],
      unitId: `unit-${index % 100}`,
      firstDay: day,
      lastDay: day,
      headcount: { count: index % 500, method: '签到表' },
      ...changed,
    },
    edition2018,
    changed.state ?? 'accepted',
  );
  return { _id, ...fields };
}

async function put(documents: readonly Record<string, unknown>[]): Promise<void> {
  for (let from = 0; from < documents.length; from += 1000)
    await send('POST', '/local/documents/activities', documents.slice(from, from + 1000));
}

const base = unitNamed('演示双创示范基地');
const ofTheBase = { unitId: base.id, unitName: base.name, unitCity: base.city } as const;

/** Ten thousand accepted activities beside the demo's, and reported ones of the base for the actions that use one up. */
async function fillStore(): Promise<void> {
  const id = (kind: string, index: number) => `bench-${kind}-${String(index).padStart(5, '0')}`;
  await put(Array.from({ length: records }, (_each, index) => oneOfMany(id('many', index), index, {})));
  for (const kind of ['accept', 'return', 'withdraw']) {
    const ready = {
      ...ofTheBase,
      state: 'reported',
      important: false,
      bulletin: { result: 'none' },
    } as const;
    await put(
      Array.from({ length: rounds + warmUps }, (_each, index) => oneOfMany(id(kind, index), index, ready)),
    );
  }
}

const draft = {
  table: 'service',
  type: '创业辅导',
  typeOther: '',
  name: '小微企业融资对接辅导会',
  hosts: [base.name],
  coHosts: [],
  city: '广州',
  district: '海珠区',
  venue: '三楼会议室',
  mode: 'offline',
  link: '',
  firstDay: '2018-10-10',
  lastDay: '2018-10-10',
  startTime: '09:00',
  endTime: '11:30',
  headcount: { count: 86, method: '签到表' },
  about: '讲解贷款贴息和担保补助的办理，五家银行现场对接。',
  isOpen: true,
};

const counters = new Map<string, number>();

/** 0, 1, 2 … each time it is asked for one name. */
function next(name: string): number {
  const count = counters.get(name) ?? 0;
  counters.set(name, count + 1);
  return count;
}

/** The next of the records that are there to be used up. */
function nextReady(kind: string): { kind: 'activity'; id: string; revision: number } {
  return { kind: 'activity', id: `bench-${kind}-${String(next(kind)).padStart(5, '0')}`, revision: 1 };
}

const day = '2018-10-12';
const record = { kind: 'activity', id: 'bench-many-00000' };
const { name, hosts, coHosts, city, venue, mode, firstDay, lastDay, startTime } = draft;
const asked = { name, hosts, coHosts, city, venue, mode, firstDay, lastDay, startTime };

/** Every action that only reads, but for those of a compiled summary, as who mostly does it. */
const reads: [as: string, target: string, input: unknown][] = [
  ['visitor', 'public.openHome', {}],
  ['visitor', 'public.listActivities', { day, after: null }],
  ['visitor', 'public.readActivity', { id: 'demo-activity-1' }],
  ['visitor', 'public.readSnapshot', { editionId: null }],
  ['visitor', 'public.listPolicies', { after: null }],
  ['visitor', 'public.listShowcases', { kind: null, after: null }],
  ['visitor', 'public.listBulletins', { editionId: null }],
  ['visitor', 'public.listFavourites', {}],
  ['visitor', 'public.listOwnFeedback', {}],
  ['visitor', 'public.findUnits', { city: null, kind: null, namePart: '中小企业', after: null }],
  ['organiser', 'public.myMemberships', {}],
  ['organiser', 'organiser.openWorkbench', { after: null }],
  ['organiser', 'organiser.openLogForm', { id: null }],
  ['organiser', 'organiser.listOwnRecords', { kind: 'activity', after: null }],
  ['organiser', 'organiser.findDoubles', { id: null, activity: asked }],
  ['organiser', 'organiser.openNilReports', {}],
  ['organiser', 'organiser.openCheckIn', { id: 'bench-accept-00000' }],
  ['organiser', 'organiser.listMembers', { unitId: base.id }],
  ['bureau', 'organiser.openRecord', record],
  ['bureau', 'organiser.readHistory', { ...record, after: null }],
  ['bureau', 'organiser.listEditions', {}],
  ['bureau', 'bureau.openSummary', { after: null }],
  ['bureau', 'bureau.listRecordsInState', { kind: 'activity', state: 'accepted', after: null }],
  ['city', 'bureau.openReporting', { span: day }],
  ['bureau', 'bureau.openReporting', { span: 'week' }],
  ['bureau', 'bureau.listDoubles', { state: 'open', after: null }],
  ['bureau', 'bureau.openBulletin', { day: '2018-10-10' }],
  ['bureau', 'bureau.listExceptions', { day: null }],
  ['bureau', 'bureau.listUnits', { city: null, kind: null, namePart: '', after: null, state: 'active' }],
  ['bureau', 'bureau.listApplications', { state: 'open', after: null }],
  ['bureau', 'bureau.listSubmissions', {}],
  ['bureau', 'bureau.checkSummary', { scope: null, after: null }],
  ['bureau', 'bureau.listFeedback', { isAnswered: false, before: null }],
  ['bureau', 'bureau.readAudit', { about: null, action: null, before: null }],
  ['bureau', 'bureau.verifyAudit', { chain: '0', from: null }],
];

const policy = {
  name: '关于降低小微企业融资担保费率的通知',
  issuer: '广州市工业和信息化委员会',
  issuedOn: '2018-10-10',
  documentNumber: '',
  remark: '',
  text: '',
  link: '',
};

/** Writing actions that can be done again and again. */
const writes: [as: string, target: string, input: () => unknown][] = [
  [
    'organiser',
    'organiser.saveActivity',
    () => ({
      change: null,
      activity: { ...draft, name: `${draft.name}第${next('save')}场` },
      bulletin: 'report',
      bulletinDay: null,
    }),
  ],
  [
    'organiser',
    'organiser.savePolicy',
    () => ({ change: null, policy: { ...policy, name: `${policy.name}（${next('policy')}）` } }),
  ],
  ['bureau', 'bureau.acceptRecord', () => nextReady('accept')],
  [
    'bureau',
    'bureau.returnRecord',
    () => ({ ...nextReady('return'), reason: '人数有误', fields: ['headcount'] }),
  ],
  ['organiser', 'organiser.withdrawRecord', () => nextReady('withdraw')],
  [
    'visitor',
    'public.saveFavourite',
    () => ({
      activityId: `bench-many-${String(next('favourite') % 50).padStart(5, '0')}`,
      isFavourite: true,
    }),
  ],
  [
    'visitor',
    'public.saveReminder',
    () => ({ activityId: `bench-many-${String(next('reminder')).padStart(5, '0')}`, isAccepted: true }),
  ],
  ['organiser', 'organiser.saveSubscription', () => ({ message: 'nudge', isAccepted: true })],
  [
    'bureau',
    'bureau.grantException',
    () => ({
      unitId: `unit-${next('exception') % 100}`,
      day: '2018-10-10',
      until: Date.parse('2018-10-10T17:00:00+08:00'),
      reason: '网络故障',
    }),
  ],
];

async function compileWhole(): Promise<{ summaryId: string; bytes: number }> {
  let { reply, bytes } = await call('bureau', 'bureau.compileSummary', {});
  const { summaryId = '' } = reply;
  while (reply.summary === null)
    ({ reply, bytes } = await call('bureau', 'bureau.continueSummary', { summaryId }));
  return { summaryId, bytes };
}

try {
  console.log(`start on built sources        ${(startMs / 1000).toFixed(2)} s`);
  await fillStore();
  await send('POST', '/local/timers/timer', {});
  console.log(`with ${records} activities`.padEnd(30) + '  p50 ms  p95 ms    bytes');
  for (const [as, target, input] of reads) await measure(target, rounds, () => call(as, target, input));
  for (const [as, target, input] of writes) await measure(target, rounds, () => call(as, target, input()));
  await measure('a summary, compiled whole', 3, compileWhole);
  const { summaryId } = await compileWhole();
  const { summaryId: laterId } = await compileWhole();
  const ofASummary: [target: string, input: unknown, times: number][] = [
    ['bureau.readSummary', { summaryId }, rounds],
    ['bureau.listSummaryVersions', { scope: null, before: null }, rounds],
    ['bureau.openReport', { scope: null, summaryId: null }, rounds],
    ['bureau.compareSummaries', { earlierId: summaryId, laterId }, 5],
    ['documents.exportWorkbook', { summaryId }, 3],
    ['documents.exportReport', { summaryId }, 5],
  ];
  for (const [target, input, times] of ofASummary)
    await measure(target, times, () => call('bureau', target, input));
} finally {
  await product.stop();
}
