import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Snippet {
  sentence: string;
  file: string;
  code: string;
  /** The rules that object; none when the snippet is fine. */
  objects: string[];
}

const arrows = 'boundaries/dependencies';
const imports = 'no-restricted-imports';
const globals = 'no-restricted-globals';
const syntax = 'no-restricted-syntax';
const members = 'no-restricted-properties';

const page = 'miniprogram/pages/virtual/index.ts';
const subpackagePage = 'miniprogram/organiser/pages/virtual/index.ts';
const component = 'miniprogram/components/virtual/index.ts';
const service = 'miniprogram/services/virtual.ts';
const action = 'cloudfunctions/public/virtual.ts';
const documentsFile = 'cloudfunctions/documents/virtual.ts';
const entry = 'cloudfunctions/entry/virtual.ts';
const store = 'cloudfunctions/store/virtual.ts';
const cloudPlatform = 'cloudfunctions/platform/virtual.ts';
const local = 'local/cloud/virtual.ts';
const script = 'scripts/build/virtual.ts';

const snippets: Snippet[] = [];

function importing(file: string, target: string, objects: string[]): void {
  const verb = objects.length === 0 ? 'may import' : 'must not import';
  snippets.push({ sentence: `${file} ${verb} ${target}`, file, code: `import '${target}';\n`, objects });
}
function may(file: string, ...targets: string[]): void {
  for (const target of targets) importing(file, target, []);
}
function mustNot(file: string, ...targets: string[]): void {
  for (const target of targets) importing(file, target, [arrows]);
}
function writing(sentence: string, file: string, code: string, ...objects: string[]): void {
  snippets.push({ sentence, file, code: `${code}\n`, objects });
}

may('shared/week/virtual.ts', '../zod', './edition', '../ground/region', '../refusal/errors');
may('shared/ground/guangdong-time.ts', 'dayjs', 'dayjs/plugin/utc');
importing('shared/ground/guangdong-time.ts', 'dayjs/plugin/timezone', [imports]);
mustNot(
  'shared/week/virtual.ts',
  '../record/activity',
  '../contract/action',
  '../../cloudfunctions/platform/clock',
  '../../miniprogram/services/server-clock',
  '../../local/cloud/cloud-error',
  '../../scripts/build/build-functions',
);

may(page, '#shared/week/edition', '../../services/call-cloud', '../../copy/labels', '../../platform/storage');
may('miniprogram/pages/home/virtual.ts', './present-home');
may(
  subpackagePage,
  '#shared/week/edition',
  '../../../services/call-cloud',
  '../../../copy/labels',
  '../../../platform/storage',
);
mustNot(page, '../home/index', '../../organiser/pages/workbench/index');
mustNot(page, '../../../cloudfunctions/platform/clock', '../../../local/cloud/cloud-error', '../../app');
mustNot(subpackagePage, '../workbench/index', '../../../pages/home/index');
mustNot(
  'miniprogram/bureau-admin/pages/virtual/index.ts',
  '../../../organiser/pages/workbench/index',
  '../../../pages/home/index',
);
may(page, '../../components/activity-card/index');

may(component, '#shared/week/edition', '../../copy/labels', '../activity-card/index');
mustNot(component, '../../services/call-cloud', '../../platform/storage', '../../pages/home/index');

may(service, '../platform/storage', '#shared/refusal/errors', './server-clock', '../copy/refusals');
mustNot(service, '../pages/home/index', '../components/activity-card/index');
mustNot('miniprogram/platform/virtual.ts', '../services/call-cloud', '../copy/labels');
mustNot('miniprogram/copy/virtual.ts', '../services/call-cloud', '../platform/storage');

may(action, '../entry/handler', '../store/record/activities', '../platform/digest', '#shared/refusal/errors');
may('cloudfunctions/public/index.ts', './open-home', './list-activities');
may('cloudfunctions/documents/index.ts', './export-workbook');
may(documentsFile, './write-workbook', '../platform/files');
mustNot(action, '../bureau/record/accept-record', '../organiser/index', '../../local/cloud/cloud-error');
mustNot(action, '../../miniprogram/copy/labels');

const anAction = 'cloudfunctions/bureau/summary/compile-summary.ts';
may(anAction, '../../work/summary/run-summary-job', '../../store/summary/summaries');
mustNot(
  anAction,
  './read-summary',
  '../record/accept-record',
  '../../../cloudfunctions/bureau/summary/read-summary',
);
mustNot('cloudfunctions/documents/export-workbook.ts', './export-report');
may('cloudfunctions/documents/export-workbook.ts', './summary-workbook');
mustNot('cloudfunctions/timer/nudge-units.ts', './pair-doubles', './../timer/pair-doubles');
may('cloudfunctions/timer/index.ts', './pair-doubles');
may('cloudfunctions/bureau/index.ts', './summary/read-summary');

const work = 'cloudfunctions/work/record/virtual.ts';
may(
  work,
  '../../entry/caller',
  '../../store/record/activities',
  '../../platform/clock',
  '../people/join-unit',
);
mustNot(work, '../../bureau/record/accept-record', '../../bureau/index');
mustNot(entry, '../work/record/step-by');
mustNot(store, '../work/record/step-by');

may('shared/snapshot/virtual.ts', '../contract/action', '../record/activity');
may('shared/summary/virtual.ts', '../official-form/fill-form', './snapshot');
mustNot('shared/ground/virtual.ts', '../refusal/errors');
mustNot('shared/record/virtual.ts', '../double/doubles', '../summary/snapshot');
mustNot('shared/official-form/virtual.ts', '../summary/snapshot', '../bulletin/bulletin');
mustNot('shared/contract/virtual.ts', '../snapshot/public-snapshot');

may(entry, '../store/audit/audit', '../platform/clock', '#shared/refusal/errors', './caller');
mustNot(entry, '../public/open-home', '../documents/write-workbook');
may(store, '../platform/database', '#shared/record/activity', './collection');
mustNot(store, '../entry/handler', '../public/open-home');
may(cloudPlatform, './cloud', '#shared/week/edition');
mustNot(cloudPlatform, '../store/record/activities', '../entry/handler', '../public/open-home');

may(local, './cloud-error', 'fastify');
mustNot(local, '#shared/zod', '../../shared/zod', '../../cloudfunctions/platform/clock');
mustNot('local/phone/virtual.ts', '../../miniprogram/services/call-cloud');
may('local/demo/virtual.ts', '#shared/week/edition');
mustNot('local/demo/virtual.ts', '../../cloudfunctions/store/record/activities');
may(script, '#shared/zod', '../../cloudfunctions/store/collections', '../../local/cloud/cloud-error');

writing(
  'an import of types follows the same arrows',
  store,
  "export type { Caller } from '../entry/caller';",
  arrows,
);
writing(
  'a dynamic import follows the same arrows',
  store,
  "export const later = () => import('../entry/caller');",
  arrows,
);
writing(
  'an import of a file that no layer has is refused',
  'shared/virtual.ts',
  "import '../somewhere/else';",
  'boundaries/no-unknown-dependencies',
);

importing('shared/record/virtual.ts', 'zod', [imports]);
importing('shared/record/virtual.ts', 'zod/mini', [imports]);
importing('cloudfunctions/entry/virtual.ts', 'zod', [imports]);
importing('shared/zod.ts', 'zod', []);
importing(action, 'wx-server-sdk', [imports]);
importing(store, 'wx-server-sdk', [imports]);
importing('shared/virtual.ts', 'wx-server-sdk', [imports]);
importing(local, 'wx-server-sdk', [imports]);
importing(cloudPlatform, 'wx-server-sdk', []);
importing(cloudPlatform, 'zod', [imports]);
importing(action, 'exceljs', [imports]);
importing(store, 'exceljs', [imports]);
importing(documentsFile, 'exceljs', []);
importing(action, 'docx', [imports]);
importing(documentsFile, 'docx', []);
importing('shared/virtual.ts', 'node:fs', [imports]);
importing(page, 'node:fs', [imports]);
importing('shared/virtual.ts', 'dayjs/plugin/timezone', [imports]);
importing(page, 'dayjs/plugin/timezone', [imports]);

writing('wx is not touched in a page', page, "wx.showToast({ title: '' });", globals);
writing(
  'a page keeps nothing beside its instances',
  page,
  'let shown = 0;\nexport const next = () => (shown += 1);',
  syntax,
);
writing('nor lets others keep it', page, 'export let shown = 0;', syntax, 'prefer-const');
writing('wx is not touched in a component', component, "wx.showToast({ title: '' });", globals);
writing('wx is not touched in another service', service, 'wx.cloud.init();', globals);
writing('wx is not reached through globalThis', service, 'globalThis.wx.cloud.init();', globals);
writing('wx is touched in the phone’s platform', 'miniprogram/platform/virtual.ts', 'wx.cloud.init();');
writing('wx is touched in call-cloud', 'miniprogram/services/call-cloud.ts', 'wx.cloud.init();');

for (const file of ['shared/virtual.ts', page, service]) {
  writing(`Date.now() is not read in ${file}`, file, 'export const now = Date.now();', globals);
  writing(`new Date() is not read in ${file}`, file, 'export const now = new Date();', globals, syntax);
  writing(`no date is made at all in ${file}`, file, 'export const then = new Date(0);', globals);
  writing(
    `a clock is not reached through globalThis in ${file}`,
    file,
    'export const now = new globalThis.Date();',
    globals,
  );
  writing(
    `a clock does not get another name in ${file}`,
    file,
    'const Clock = Date;\nexport const now = new Clock();',
    globals,
  );
  writing(`performance is not read in ${file}`, file, 'export const now = performance.now();', globals);
  importing(file, 'dayjs', [imports]);
}
for (const file of [action, store, entry, work, cloudPlatform]) {
  writing(`Date.now() is not read in ${file}`, file, 'export const now = Date.now();', globals, members);
  writing(`new Date() is not read in ${file}`, file, 'export const now = new Date();', globals, syntax);
  writing(
    `a clock is not reached through globalThis in ${file}`,
    file,
    'export const now = new globalThis.Date();',
    globals,
  );
  importing(file, 'dayjs', [imports]);
}
writing('a file is dated by an instant', documentsFile, 'export const then = new Date(0);');
writing('a file is not dated by a clock', documentsFile, 'export const now = new Date();', syntax);
writing('nor by another way to it', documentsFile, "export const now = Date['now']();", members);
for (const file of ['cloudfunctions/platform/clock.ts', 'miniprogram/platform/virtual.ts', local, script]) {
  writing(`Date.now() is read in ${file}`, file, 'export const now = Date.now();');
}

writing('there is no chance in shared', 'shared/virtual.ts', 'export const chance = Math.random();', members);
writing(
  'nor by another way to it',
  'shared/virtual.ts',
  'const { random } = Math;\nexport const chance = random();',
  members,
);
for (const file of ['shared/virtual.ts', page, action, documentsFile]) {
  for (const getter of ['getHours', 'getDate', 'getDay', 'getTimezoneOffset', 'setMonth', 'toDateString'])
    writing(
      `the machine's own zone is not asked (${getter}) in ${file}`,
      file,
      `export const text = (then) => then.${getter}();`,
      syntax,
    );
}
for (const [file, target] of [
  ['shared/record/virtual.ts', 'zod'],
  ['shared/record/virtual.ts', 'node:fs'],
  [page, 'zod'],
  [page, 'wx-server-sdk'],
  [action, 'exceljs'],
  [store, 'wx-server-sdk'],
  [entry, 'nodemailer'],
] as const)
  writing(
    `${file} does not bring in ${target} later either`,
    file,
    `export const later = () => import('${target}');`,
    syntax,
  );
writing(
  'what is brought in later is written down',
  action,
  'export const later = (name) => import(name);',
  syntax,
);
writing(
  'wx is not reached through a globalThis of another type',
  service,
  'export const all = (globalThis as unknown as { wx: unknown }).wx;',
  globals,
);

for (const file of ['shared/virtual.ts', page, 'miniprogram/platform/virtual.ts']) {
  writing(`Intl is not used in ${file}`, file, 'export const format = new Intl.DateTimeFormat();', globals);
  writing(`no locale is used in ${file}`, file, 'export const text = (1).toLocaleString();', syntax);
}
writing(
  'serverDate is not used in the cloud',
  store,
  'export const mark = (db) => db.serverDate();',
  members,
);
writing('console is not used in shared', 'shared/virtual.ts', "console.info('');", 'no-console');
writing('console is used in the cloud', entry, "console.info('');");
writing('eval is not used', page, "eval('1');", 'no-eval');
writing('new Function is not used', 'shared/virtual.ts', "new Function('return 1');", 'no-new-func');

const root = resolve(__dirname, '../..');
let found: string[][] = [];

beforeAll(() => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./lint-snippets.ts', import.meta.url))],
    { cwd: root, input: JSON.stringify(snippets), encoding: 'utf8', timeout: 110_000 },
  );
  if (status !== 0) throw new Error(`The snippets could not be linted: ${stderr}`);
  found = JSON.parse(stdout) as string[][];
}, 120_000);

test.each(snippets.map((snippet, index) => ({ ...snippet, index })))('$sentence', ({ objects, index }) => {
  expect([...new Set(found[index])].sort()).toEqual([...objects].sort());
});
