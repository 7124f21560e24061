import { z } from '../zod';
import { jurisdiction } from '../record/region';

/** What a member of a unit may be (角色): 主办单位填报员、市级工作人员、省局工作人员. */
export const role = z.enum(['organiser', 'city', 'bureau']);
export type Role = z.infer<typeof role>;

/** A person's place in a unit (成员身份). One person may hold several. */
export const membership = z.object({
  unitId: z.string(),
  unitName: z.string(),
  /** Whom the unit answers to: the city whose staff review it, or 省直. */
  city: jurisdiction,
  role,
});
export type Membership = z.infer<typeof membership>;
