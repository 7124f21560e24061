import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAppConfig } from '../../../local/phone/build/app-config';
import { compileTemplates } from '../../../local/phone/build/compile-templates';
import { readComponentGraph } from '../../../local/phone/build/component-graph';
import { MiniprogramFolder } from '../../../local/phone/build/miniprogram-folder';
import { tagsOf } from '../../../local/phone/build/template-tags';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'phone-faults-'));
  const write = (name: string, text: string) => {
    writeFileSync(join(root, name), text);
  };
  write('app.json', '{"pages":["page"]}');
  write('page.json', '{}');
  write('page.js', 'Page({})');
  write('page.wxml', '<view>好</view>');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function compile(changes: Record<string, string> = {}): string {
  for (const [name, text] of Object.entries(changes)) writeFileSync(join(root, name), text);
  const folder = new MiniprogramFolder(root);
  return compileTemplates(folder, readComponentGraph(folder, readAppConfig(folder)));
}

test('a sound mini-program compiles, and always to the same text', () => {
  expect(compile()).toBe(compile());
});

test('an element the phone does not draw is named with its file', () => {
  expect(() => compile({ 'page.wxml': '<view wx:if="{{a > 1}}"><live-player /></view>' })).toThrow(
    'page.wxml: <live-player> is neither an element the phone draws nor in usingComponents',
  );
});

test.each([
  ['change:width', '<view change:width="{{m.f}}" />'],
  ['generic:item', '<view generic:item="x" />'],
])('%s is named with its file', (name, source) => {
  expect(() => compile({ 'page.wxml': source })).toThrow(`page.wxml: the phone has no ${name}`);
});

test.each(['componentGenerics', 'pureDataPattern'])('%s in a component’s JSON is named', (key) => {
  expect(() => compile({ 'page.json': `{"${key}":{}}` })).toThrow(`page.json: the phone has no ${key}`);
});

test('a component that is not there is named', () => {
  expect(() => compile({ 'page.json': '{"usingComponents":{"t-x":"./x/x"}}' })).toThrow(
    'page.json: component t-x (./x/x) is missing',
  );
});

test('a faulty template is named with its line', () => {
  expect(() => compile({ 'page.wxml': '<view>\n{{a?.b}}\n</view>' })).toThrow(/page\.wxml:2: /);
});

test('a missing template of an import is named', () => {
  expect(() => compile({ 'page.wxml': '<import src="./gone.wxml" />' })).toThrow('gone.wxml is missing');
});

test('a page without a script is named', () => {
  expect(() => compile({ 'app.json': '{"pages":["page","other"]}' })).toThrow('other.wxml is missing');
});

test('subpackages are pages like all others', () => {
  const folder = new MiniprogramFolder(root);
  writeFileSync(
    join(root, 'app.json'),
    '{"pages":["page"],"subpackages":[{"root":"more/","pages":["a","b"]}]}',
  );
  expect(readAppConfig(folder).pages).toEqual(['page', 'more/a', 'more/b']);
});

test('expressions, comments and scripts hold no elements', () => {
  const source =
    '<!-- <a/> --><wxs module="m">if (1 <b) {}</wxs><view wx:if="{{x <c && y > 1}}" title=\'<d>\'><text/></view>';
  expect([...tagsOf(source)]).toEqual(['wxs', 'view', 'text']);
});
