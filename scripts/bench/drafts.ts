import type { ActivityDraft } from '#shared/record/activity';
import { draft } from '../../test/shared/example-records';
import { base } from './fill-store';

/** What an organiser types of an activity: as the tests have it, by the unit that the store is filled with. */
export const activityDraft: ActivityDraft = { ...draft, hosts: [base.name] };

const counters = new Map<string, number>();

/** 0, 1, 2 … each time it is asked for one name. */
export function next(name: string): number {
  const count = counters.get(name) ?? 0;
  counters.set(name, count + 1);
  return count;
}

/** A name of an activity that is like no other: eight characters that follow from how many there were. */
export function unlikeName(): string {
  let state = next('unlike name') + 1;
  const characters = Array.from({ length: 8 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (state % 5000));
  });
  return `${characters.join('')}交流会`;
}
