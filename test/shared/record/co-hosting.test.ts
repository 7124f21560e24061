import {
  answeredState,
  askedState,
  coHostingState,
  leftState,
  mayBeNamed,
  type CoHostAnswer,
  type CoHostingState,
} from '#shared/record/co-hosting';
import { AppError } from '#shared/refusal/errors';

/** What a step makes of it, or the code it is refused with. */
function outcome(step: () => CoHostingState): string {
  try {
    return step();
  } catch (error) {
    if (error instanceof AppError) return error.refusal.code;
    throw error;
  }
}

const states = [null, ...coHostingState.options] as const;

test('a unit may ask, and ask again after it left; not once the record’s unit said no or took it off', () => {
  const asked = (isCoHost: boolean) => states.map((state) => outcome(() => askedState({ state, isCoHost })));
  expect(asked(false)).toEqual(['asked', 'asked', 'asked', 'FROZEN', 'asked', 'FROZEN']);
  expect(asked(true)).toEqual(states.map(() => 'accepted'));
});

test.each<[CoHostAnswer, string[], string[]]>([
  [
    'accept',
    ['NOT_FOUND', 'accepted', 'FROZEN', 'FROZEN', 'FROZEN', 'FROZEN'],
    ['accepted', 'accepted', 'accepted', 'accepted', 'accepted', 'accepted'],
  ],
  [
    'refuse',
    ['NOT_FOUND', 'refused', 'FROZEN', 'refused', 'FROZEN', 'FROZEN'],
    ['FROZEN', 'FROZEN', 'FROZEN', 'FROZEN', 'FROZEN', 'FROZEN'],
  ],
  [
    'remove',
    ['NOT_FOUND', 'FROZEN', 'FROZEN', 'FROZEN', 'FROZEN', 'removed'],
    ['removed', 'removed', 'removed', 'removed', 'removed', 'removed'],
  ],
])('the answer %s, by how it stood, to one who is no co-host and to one who is', (answer, no, yes) => {
  const answered = (isCoHost: boolean) =>
    states.map((state) => outcome(() => answeredState({ state, isCoHost }, answer)));
  expect(answered(false)).toEqual(no);
  expect(answered(true)).toEqual(yes);
});

test('whoever is a co-host, or asks to be, may leave', () => {
  const left = (isCoHost: boolean) => states.map((state) => outcome(() => leftState({ state, isCoHost })));
  expect(left(true)).toEqual(states.map(() => 'left'));
  expect(left(false)).toEqual(['NOT_FOUND', 'left', 'NOT_FOUND', 'NOT_FOUND', 'left', 'NOT_FOUND']);
});

test('a unit that left is not named again by the record’s unit', () => {
  expect(states.map(mayBeNamed)).toEqual([true, true, true, true, false, true]);
});
