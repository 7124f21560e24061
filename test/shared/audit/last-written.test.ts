import fc from 'fast-check';
import { isLastWritten } from '#shared/audit/last-written';

/** The changes that lead through states, in any order. */
function waysThrough(...states: (string | null)[]) {
  const links = states.slice(1).map((to, index) => ({ from: states[index] ?? null, to }));
  return fc.shuffledSubarray(links, { minLength: links.length });
}

function expectAlways(isIt: boolean, state: string | null, ...states: (string | null)[]) {
  fc.assert(
    fc.property(waysThrough(...states), (links) => {
      expect(isLastWritten(state, links)).toBe(isIt);
    }),
  );
}

test('the last state is what was written last, in whatever order its changes are found', () => {
  expectAlways(true, 'c', null, 'a', 'b', 'c');
  expectAlways(true, 'a', null, 'a', 'b', 'a');
});

test('an earlier state, put back, is not', () => {
  expectAlways(false, 'a', null, 'a', 'b', 'c');
  expectAlways(false, 'b', null, 'a', 'b', 'a');
  expectAlways(false, 'x', null, 'a', 'b');
});

test('what was taken away is gone rightly, what was not is missed', () => {
  expectAlways(true, null, null, 'a', null);
  expectAlways(true, null, 'a', null);
  expectAlways(false, null, null, 'a', 'b');
  expectAlways(false, 'a', null, 'a', null);
});

test('what was there before any change is right again when it was changed back', () => {
  expectAlways(true, 'a', 'a', 'b', 'a');
});
