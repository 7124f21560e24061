import { z } from '../zod';

/** What stands in the way of a change (妨碍改动的记录、单位). */
const obstacle = z.object({
  what: z.enum(['activity', 'policy', 'showcase', 'unit']),
  id: z.string(),
  name: z.string(),
  unitName: z.string(),
});
export type Obstacle = z.infer<typeof obstacle>;

/** The first few that stand in the way, and how many there are in all. */
export const inTheWay = z.object({ count: z.int(), first: z.array(obstacle) });
export type InTheWay = z.infer<typeof inTheWay>;

/** More than a person looks at before he asks the units. */
const mostShown = 5;

/** Adds obstacles to those that are known; each counts once in what is given. */
export function addObstacles({ count, first }: InTheWay, found: readonly Obstacle[]): InTheWay {
  return { count: count + found.length, first: [...first, ...found].slice(0, mostShown) };
}

/** All of some obstacles, each once, whichever field they stand in the way of. */
export function inTheWayOf(found: readonly Obstacle[]): InTheWay {
  const once = new Map(found.map((each) => [`${each.what} ${each.id}`, each]));
  return addObstacles({ count: 0, first: [] }, [...once.values()]);
}
