import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pages, tabs } from '#shared/ground/pages';
import { packageOf, pagePaths, readAppConfig } from '../../../scripts/build/miniprogram/app-config';
import { findDeadSources } from '../../../scripts/build/miniprogram/check-dead-sources';
import { collectOwnFiles } from '../../../scripts/build/miniprogram/own-files';

/** A copy of the mini-program's sources, to make mistakes in. */
let sources: string;

beforeEach(() => {
  sources = mkdtempSync(join(tmpdir(), 'pages-'));
  cpSync(join(process.cwd(), 'miniprogram'), sources, { recursive: true });
});

afterEach(() => {
  rmSync(sources, { recursive: true });
});

/** What the build says of the pages, before it bundles anything. */
function problems(): string[] {
  const own = collectOwnFiles(sources, readAppConfig(sources));
  return [...own.problems, ...findDeadSources(sources, own, own.texts).problems].filter((problem) =>
    problem.includes('shared/ground/pages.ts'),
  );
}

test('the pages of the table are all there, and there are no others', () => {
  expect(problems()).toEqual([]);
});

test('the built app.json has every page of the table in its package, every tab, and the settings', () => {
  const app = readAppConfig(sources);

  expect(pagePaths(app).sort()).toEqual(Object.values(pages).sort());
  expect([packageOf(app, pages.home), packageOf(app, pages.workbench)]).toEqual(['', 'organiser/']);
  expect(app).toMatchObject({
    tabBar: { list: tabs.map(({ page, text }) => ({ pagePath: pages[page], text })), color: '#5a6472' },
    window: { navigationBarTitleText: '双创周' },
  });
  expect(JSON.parse(collectOwnFiles(sources, app).texts.get('app.json') ?? '')).toEqual(app);
});

test('a page of the table that nobody wrote is refused', () => {
  rmSync(join(sources, 'organiser/pages/workbench'), { recursive: true });

  expect(problems()).toContain('shared/ground/pages.ts: there is no organiser/pages/workbench/index.wxml');
});

test('a page that is not in the table is refused', () => {
  cpSync(join(sources, 'pages/home'), join(sources, 'pages/nowhere'), { recursive: true });

  expect(problems()).toContain(
    'pages/nowhere/index.wxml: no page of shared/ground/pages.ts reaches this file',
  );
});

test.each([{ pages: [] }, { subPackages: [] }, { tabBar: { list: [] } }])(
  'an app.json that says itself %j is refused',
  (own) => {
    const file = join(sources, 'app.json');
    const settings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...settings, ...own }));

    expect(() => readAppConfig(sources)).toThrow('shared/ground/pages.ts alone');
  },
);
