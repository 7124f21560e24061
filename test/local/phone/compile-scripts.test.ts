import { runInThisContext } from 'node:vm';
import { compileScript, requiredScripts, SCRIPT_PRELUDE } from '../../../local/phone/build/compile-scripts';

/** Runs a WXS script the way compiled templates do. */
function run(source: string): Record<string, (...args: unknown[]) => unknown> {
  const module = { exports: {} as Record<string, (...args: unknown[]) => unknown> };
  const runtime = {
    constructorName: (value: unknown) => Object.prototype.toString.call(value).slice(8, -1),
    tagScript: (exports: object) => {
      tagged = Object.keys(exports);
    },
  };
  const script = `(runtime, Q, module) => {${SCRIPT_PRELUDE}${compileScript(source, 'a.wxs')}}`;
  const load = runInThisContext(script) as (runtime: object, Q: object, module: object) => void;
  load(runtime, {}, module);
  return module.exports;
}

let tagged: string[] = [];

test('a constructor is the name of a type', () => {
  const { typeOf } = run('module.exports = { typeOf: function (x) { return x.constructor } }');
  expect([[], {}, 'a', 1, true, null].map((value) => typeOf?.(value))).toEqual([
    'Array',
    'Object',
    'String',
    'Number',
    'Boolean',
    'Null',
  ]);
});

test('constructors of constructors and computed names work too', () => {
  const { twice, computed } = run(
    "module.exports = { twice: function (x) { return x.a.constructor.constructor }, computed: function (x) { return x['constructor'] } }",
  );
  expect(twice?.({ a: 1 })).toBe('String');
  expect(computed?.([])).toBe('Array');
});

test('only line ends and tabs are escapes', () => {
  const { isNumber, text } = run(
    String.raw`module.exports = { isNumber: function (x) { return getRegExp('^-?\d+(\.\d+)?$').test(x) }, text: function () { return 'a\nb\tc\d\'' } }`,
  );
  expect(isNumber?.('-12.5')).toBe(true);
  expect(isNumber?.('12px')).toBe(false);
  expect(text?.()).toBe("a\nb\tc\\d'");
});

test('required scripts lose their extension', () => {
  const source = "var a = require('./a.wxs'); module.exports = {}";
  expect(requiredScripts(source)).toEqual(['./a.wxs']);
  expect(compileScript(source, 'b.wxs')).toContain('require("./a")');
});

test('exported functions are made known to the event layer', () => {
  run('module.exports = { onMove: function () {} }');
  expect(tagged).toEqual(['onMove']);
});

test('a faulty script is named', () => {
  expect(() => compileScript('var = 1', 'pages/x/index.wxs')).toThrow('pages/x/index.wxs');
});
