import { visitReferences } from '../../../scripts/build/miniprogram/references';
import type { ReferenceKind } from '../../../scripts/build/miniprogram/references';

function referencesIn(file: string, text: string): [ReferenceKind, string][] {
  const seen: [ReferenceKind, string][] = [];
  visitReferences(file, text, (specifier, kind) => {
    seen.push([kind, specifier]);
    return undefined;
  });
  return seen;
}

test('markup names templates and WXS, but not inside a comment', () => {
  const wxml = `<!-- <import src="./old.wxml"/> --><import src="../a.wxml"/><wxs module="m" src="./b.wxs"/>`;

  expect(referencesIn('x.wxml', wxml)).toEqual([
    ['template', '../a.wxml'],
    ['wxs', './b.wxs'],
  ]);
});

test('scripts name modules and, in relations, components', () => {
  const js = `import a from "./a";const b=require("tslib");this.relations={"../cell/cell":{type:"descendant"}};`;

  expect(referencesIn('x.js', js)).toEqual(
    expect.arrayContaining([
      ['script', './a'],
      ['script', 'tslib'],
      ['relation', '../cell/cell'],
    ]),
  );
});

test('a replaced reference leaves the rest of the file as it was', () => {
  const wxss = `@import '../style/index.wxss';.a{background:url(data:x)}`;

  expect(visitReferences('x.wxss', wxss, () => '/style/index.wxss')).toBe(
    `@import '/style/index.wxss';.a{background:url(data:x)}`,
  );
});

test('a component addressed through JSON is replaced and other settings stay', () => {
  const json = JSON.stringify({ component: true, usingComponents: { 't-icon': '../icon/icon' } });

  expect(JSON.parse(visitReferences('x.json', json, () => '/npm/icon/icon'))).toEqual({
    component: true,
    usingComponents: { 't-icon': '/npm/icon/icon' },
  });
});
