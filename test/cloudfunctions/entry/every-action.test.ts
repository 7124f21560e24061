import fc from 'fast-check';
import { isForAnyone, membershipsFor } from '#shared/access/rights';
import { envelope } from '#shared/contract/action';
import { errorDetails } from '#shared/refusal/errors';
import { people } from '../../../local/demo/people';
import { october } from '../../shared/example-records';
import { arbitraryInput } from '../support/arbitrary-input';
import { everyAction, everyName } from '../support/every-action';
import { log } from '../support/log-form';
import {
  ask,
  everythingKept,
  newRequestId,
  refusalIn,
  runTheCloud,
  send,
  stopClockAt,
  type Answer,
} from '../support/running-cloud';

runTheCloud();

beforeAll(async () => {
  await stopClockAt(october('10 10:00'));
  await log('organiser');
});

const actions = everyAction.map((contract) => [contract.name, contract] as const);
const functions = [...new Set(everyAction.map((contract) => contract.function))];

test('every action of the table has a contract, and every contract a row', () => {
  expect(everyAction.map(({ name }) => name)).toEqual([...everyName].sort());
});

describe.each(actions)('%s', (name, contract) => {
  test('is served by its function and by no other', async () => {
    for (const other of functions) {
      const data = { action: name, requestId: newRequestId(), input: null };
      const { code, details } = refusalIn(await send({ as: 'visitor', function: other, data }));
      const isUnknown = code === 'INVALID_INPUT' && JSON.stringify(details).includes('"field":"action"');
      expect({ other, isUnknown }).toEqual({ other, isUnknown: other !== contract.function });
    }
  });

  test.each(people.map(({ id, membership }) => [id, membership] as const))(
    'is open to %s only by the table of rights, and what is refused changes nothing',
    async (person, membership) => {
      const may =
        isForAnyone(name) || membershipsFor(name, membership === null ? [] : [membership]).length > 0;
      const before = may ? null : await everythingKept();
      const { code } = refusalIn(await ask(person, contract, { no: 'such field' }));
      expect(code).toBe(may ? 'INVALID_INPUT' : 'NO_MEMBERSHIP');
      if (before !== null) expect(await everythingKept()).toEqual(before);
    },
  );
});

/** JSON that the door lets in: keys that would change a prototype are refused before any function. */
function isLetIn(input: unknown): boolean {
  return !/"(__proto__|constructor)":/.test(JSON.stringify(input));
}

function expectCoded(answer: Answer): void {
  if (!('ok' in answer)) throw new Error(`No function answered: ${JSON.stringify(answer)}`);
  if (answer.ok) return;
  const { code, details } = answer.error;
  expect(code).not.toBe('UNAVAILABLE');
  expect(errorDetails[code].safeParse(details).error).toBeUndefined();
}

const runs = 25;
const manager = 'bureau';

describe('whatever is sent', () => {
  test.each(actions)('%s answers or refuses with a code, and never fails', async (_name, contract) => {
    const person = isForAnyone(contract.name) ? 'visitor' : manager;
    await fc.assert(
      fc.asyncProperty(arbitraryInput(contract.request).filter(isLetIn), async (input) => {
        const data = { action: contract.name, requestId: newRequestId(), input };
        expectCoded(await send({ as: person, function: contract.function, data }));
      }),
      { numRuns: runs },
    );
  });

  test('the envelope around it is read as strictly', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryInput(envelope).filter(isLetIn), async (data) => {
        if (typeof data !== 'object' || data === null || Array.isArray(data)) return;
        expectCoded(await send({ as: 'organiser', function: 'organiser', data }));
      }),
      { numRuns: 200 },
    );
  });
});
