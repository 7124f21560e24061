import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileStyleSheet, compileStyles } from '../../../local/phone/build/compile-styles';
import { MiniprogramFolder } from '../../../local/phone/build/miniprogram-folder';
import { toPhoneUnits } from '../../../local/phone/phone-units';

describe('units', () => {
  test('rpx and viewport units refer to the frame of the page', () => {
    expect(toPhoneUnits('0 -32rpx 10.5vw 100vh')).toBe('0 -4.26667cqw 10.5cqw 100cqh');
  });

  test('rem follows the root font size of page-meta', () => {
    expect(toPhoneUnits('1.5rem')).toBe('calc(1.5 * var(--phone-rem, 16px))');
  });

  test('text, addresses and names of variables stay as they are', () => {
    const value = '"10rpx" url(data:image/png;base64,A1rpx) var(--gap-10rpx, 20rpx)';
    expect(toPhoneUnits(value)).toBe('"10rpx" url(data:image/png;base64,A1rpx) var(--gap-10rpx, 2.66667cqw)');
  });
});

describe('selectors', () => {
  const compile = (css: string, target: Parameters<typeof compileStyleSheet>[1] = {}) =>
    compileStyleSheet(css, target, 'a.wxss');

  test('elements carry the prefix of the phone', () => {
    expect(compile('page > view.a, button::after {color:red}')).toBe(
      'wx-page > wx-view.a, wx-button::after {color:red}',
    );
  });

  test('a component with styles of its own gets its prefix on every class', () => {
    expect(compile('.a .b:not(.c) text {color:red}', { scope: 'c7' })).toBe(
      '.c7--a .c7--b:not(.c7--c) wx-text {color:red}',
    );
  });

  test(':host is the host of the component', () => {
    expect(compile(':host {display:block}', { scope: 'c7' })).toBe('[wx-host="c7"] {display:block}');
  });

  test('the rules of a page reach no other page, at no cost in specificity', () => {
    expect(compile('.a, page {color:red}', { page: 'pages/x/index' })).toBe(
      ':where([data-page="pages/x/index"]) .a,:where([data-page="pages/x/index"]) wx-page {color:red}',
    );
  });

  test('the steps of animations are no elements', () => {
    expect(compile('@keyframes k {from {top:0} 50% {top:75rpx}}')).toBe(
      '@keyframes k {from {top:0} 50% {top:10cqw}}',
    );
  });
});

describe('media', () => {
  test('the phone is light, and as wide as its frame', () => {
    const css =
      '@media (prefers-color-scheme: dark) {.a {color:red}}' +
      '@media (prefers-color-scheme: light) {.b {color:red}}' +
      '@media (min-width: 400px) {.c {color:red}}';
    const compiled = compileStyleSheet(css, {}, 'a.wxss');
    expect(compiled).not.toContain('.a');
    expect(compiled).toMatch(/^\.b \{color:red\}/);
    expect(compiled).toContain('@container (min-width: 400px) {.c {color:red}}');
  });
});

describe('files', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'phone-styles-'));
    writeFileSync(join(root, 'app.json'), '{}');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const compile = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    return compileStyles(new MiniprogramFolder(root), []);
  };

  test('imports are taken in, and a circle ends', () => {
    const css = compile({
      'app.wxss': '@import "./a.wxss"; .app {top:0}',
      'a.wxss': '@import "/b"; .a {top:0}',
      'b.wxss': '@import "a.wxss"; .b {top:0}',
    });
    expect(css.replace(/\s+/g, '')).toBe('.b{top:0}.a{top:0}.app{top:0}');
  });

  test('a missing import is named', () => {
    expect(() => compile({ 'app.wxss': '@import "./gone.wxss";' })).toThrow(
      'app.wxss: @import "./gone.wxss" is missing',
    );
  });

  test('an address in a style sheet is refused', () => {
    expect(() =>
      compile({ 'app.wxss': '@font-face {font-family:t;src:url(https://example.com/t.woff)}' }),
    ).toThrow('WXSS may only hold data: URLs');
  });
});
