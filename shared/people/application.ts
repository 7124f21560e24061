import { jurisdiction } from '../ground/region';
import { line } from '../ground/typed-text';
import { z } from '../zod';
import { alias } from './membership';

export const applicationState = z.enum(['open', 'approved', 'declined', 'withdrawn']);
export type ApplicationState = z.infer<typeof applicationState>;

/** How many applications a person may have open at once. */
export const mostOpenApplications = 3;

/** A person's wish to log for a unit as an organiser (加入申请), decided by the city or the bureau. */
export const application = z.object({
  id: z.string(),
  openid: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  alias,
  note: line.max(100),
  state: applicationState,
  createdAt: z.int(),
  /** What lists are ordered by: the moment, then the id. */
  sortKey: z.string(),
  decidedAt: z.int().nullable(),
  /** Why it was declined; empty otherwise. */
  reason: line.max(100),
});
export type Application = z.infer<typeof application>;
