import { randomBytes } from 'node:crypto';
import { guangdongCities } from '#shared/record/region';
import { activities } from '../local/demo/activities';
import { startProduct } from './browser/running-product';

/** Real seconds are what counts here, not the simulated ones. */
const rounds = 200;
const records = 10_000;

interface Answer {
  result: { ok: boolean; reply: { summaryId?: string; summary?: object | null } };
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
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

async function call(as: string, target: string, input: unknown): Promise<{ answer: Answer; bytes: number }> {
  const [name, action] = target.split('.');
  const requestId = randomBytes(16).toString('hex');
  const response = await send('POST', '/local/call', {
    as,
    function: name,
    data: { action, requestId, input },
  });
  const text = await response.text();
  const answer = JSON.parse(text) as Answer;
  if (!answer.result.ok) throw new Error(`${target}: ${text}`);
  return { answer, bytes: Buffer.byteLength(text) };
}

async function measure(title: string, times: number, work: () => Promise<{ bytes: number }>): Promise<void> {
  for (let round = 0; round < 5; round += 1) await work();
  const taken: number[] = [];
  let bytes = 0;
  for (let round = 0; round < times; round += 1) {
    const from = performance.now();
    ({ bytes } = await work());
    taken.push(performance.now() - from);
  }
  taken.sort((one, other) => one - other);
  const columns = [percentile(taken, 0.5), percentile(taken, 0.95), String(bytes).padStart(9)];
  console.log(`${title.padEnd(28)}${columns.join('')}`);
}

/** Ten thousand accepted activities beside the demo's, spread over the days of the week. */
async function fillStore(): Promise<void> {
  const [sample] = activities;
  if (sample === undefined) throw new Error('The demo has no activity');
  const many = Array.from({ length: records }, (_each, index) => {
    const day = `2018-10-${String(9 + (index % 7)).padStart(2, '0')}`;
    const id = `bench-${String(index).padStart(5, '0')}`;
    const days = { days: [day], firstDay: day, lastDay: day, sortKey: `${day}T09:00#${id}` };
    // A third is in one city, as in life, so that its days are as full as days get.
    const city = index % 3 === 0 ? '广州' : (guangdongCities[index % guangdongCities.length] ?? '广州');
    return {
      ...sample,
      ...days,
      city,
      id: undefined,
      _id: id,
      state: 'accepted',
      headcount: { count: index % 500, method: '签到表' },
    };
  });
  for (let from = 0; from < many.length; from += 1000) {
    await send('POST', '/local/documents/activities', many.slice(from, from + 1000));
  }
}

const draft = {
  table: 'service',
  type: '创业辅导',
  typeOther: '',
  name: '小微企业融资对接辅导会',
  hosts: ['演示双创示范基地'],
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
let logged = 0;

/** The log form of one more of a row of events: a unit that logs many does not log one many times over. */
function nextLog() {
  logged += 1;
  const activity = { ...draft, name: `${draft.name}第${logged}场` };
  return { change: null, activity, bulletin: 'report', bulletinDay: null };
}

try {
  console.log(`start on built sources      ${(startMs / 1000).toFixed(2)} s`);
  await fillStore();
  console.log(`with ${records} activities`.padEnd(28) + '  p50 ms  p95 ms    bytes');
  await measure('public.openHome', rounds, () => call('visitor', 'public.openHome', {}));
  await measure('public.listActivities', rounds, () =>
    call('visitor', 'public.listActivities', { day: '2018-10-12', after: null }),
  );
  await measure('public.readActivity', rounds, () =>
    call('visitor', 'public.readActivity', { id: 'demo-activity-1' }),
  );
  await measure('organiser.openWorkbench', rounds, () =>
    call('organiser', 'organiser.openWorkbench', { after: null }),
  );
  await measure('organiser.saveActivity', rounds, () =>
    call('organiser', 'organiser.saveActivity', nextLog()),
  );
  await measure('bureau.openSummary', rounds, () => call('bureau', 'bureau.openSummary', { after: null }));
  let summaryId: string | undefined;
  await measure('a summary, compiled whole', 3, async () => {
    let compiled = await call('bureau', 'bureau.compileSummary', {});
    ({ summaryId } = compiled.answer.result.reply);
    while (compiled.answer.result.reply.summary === null)
      compiled = await call('bureau', 'bureau.continueSummary', { summaryId });
    return compiled;
  });
  await measure('bureau.checkSummary', 20, () => call('bureau', 'bureau.checkSummary', { after: null }));
  await measure('documents.exportWorkbook', 2, () =>
    call('bureau', 'documents.exportWorkbook', { summaryId }),
  );
  await measure('documents.exportReport', 5, () => call('bureau', 'documents.exportReport', { summaryId }));
} finally {
  await product.stop();
}
