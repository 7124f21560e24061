import { findCodeGeneration } from '../../../scripts/build/miniprogram/forbid-code-generation';

test.each([
  'new Function("return 1")',
  'const F = Function; new F("")',
  'eval("1")',
  'Function("return this")()',
])('%s is refused', (code) => {
  expect(findCodeGeneration(code)).toHaveLength(1);
});

test.each(['x instanceof Function', 'Function.prototype.toString.call(x)', '({ Function: 1 })', 'this.eval'])(
  '%s is harmless',
  (code) => {
    expect(findCodeGeneration(code)).toEqual([]);
  },
);
