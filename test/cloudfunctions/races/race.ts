import {
  ask,
  causeTrouble,
  endTroubles,
  kept,
  putDocuments,
  type Answer,
  type PersonId,
} from '../support/running-cloud';
import type { AnyAction } from '#shared/contract/action';
import type { z } from '#shared/zod';

/** How often each race is run: twenty times by `npm test`, five hundred by `npm run race`. */
export const rounds = Number(process.env.RACE_ROUNDS ?? 20);

/** Far longer than a round takes on a busy machine. */
const roundMs = 4_000;

/** A request that is sent together with another. */
export interface Racer {
  send: () => Promise<Answer>;
}

/** One person's request. */
export function racer<Contract extends AnyAction>(
  person: PersonId,
  contract: Contract,
  input: z.input<Contract['request']>,
): Racer {
  return { send: () => ask(person, contract, input) };
}

const longestDelayMs = 30;

/** Sends requests at one moment; in most rounds the first to commit is held up a little, so that they do meet. */
export async function together(racers: readonly Racer[], round: number): Promise<Answer[]> {
  const delayMs = (round * 7) % longestDelayMs;
  if (delayMs > 0) await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs });
  const answers = await Promise.all(racers.map(({ send }) => send()));
  await endTroubles();
  return answers;
}

/** Whether an answer is a reply. */
export function isDone(answer: Answer): boolean {
  return 'ok' in answer && answer.ok;
}

/** Why the requests that lost were refused; the test fails when anything but a refusal kept them from being done. */
export function refusalsIn(answers: readonly Answer[]): string[] {
  return answers.flatMap((answer) => {
    if (!('ok' in answer)) throw new Error(`No answer but ${JSON.stringify(answer)}`);
    if (answer.ok) return [];
    const { code, details } = answer.error;
    return [code === 'FROZEN' ? `FROZEN ${details.state}` : code];
  });
}

/** Runs a race round after round, at most so often where there is no stage for more. */
export function race(name: string, run: (round: number) => Promise<void>, most = Infinity): void {
  test(
    name,
    async () => {
      for (let round = 1; round <= Math.min(rounds, most); round += 1) {
        await forgiveTries();
        await run(round);
      }
    },
    rounds * roundMs + 30_000,
  );
}

/** Limits on how often somebody tries are for people; a race tries more often. */
async function forgiveTries(): Promise<void> {
  const tries = await kept('rate-limits');
  if (tries.length > 0)
    await putDocuments(
      'rate-limits',
      tries.map((each) => ({ ...each, count: 0 })),
    );
}
