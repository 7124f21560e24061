import { keptMembership, membership } from '../../people/membership';
import { application } from '../../people/application';
import { unit } from '../../people/unit';

/** A unit as anyone may know it. */
export const unitCard = unit.pick({ id: true, name: true, kind: true, city: true });

/** A unit as its reviewers keep it. */
export const unitDetail = unit.omit({ key: true, opening: true });

/** A person's own place in a unit. */
export const ownMembership = keptMembership
  .omit({ openid: true, opening: true, confirmedAt: true })
  .extend(membership.pick({ unitName: true, city: true }).shape);

/** A member before colleagues and reviewers: what there is to tell members apart, and no more. */
export const member = keptMembership.pick({
  id: true,
  role: true,
  alias: true,
  state: true,
  joinedAt: true,
  how: true,
});

/** A person's own application. */
export const ownApplication = application.pick({
  id: true,
  unitId: true,
  unitName: true,
  unitCity: true,
  alias: true,
  note: true,
  state: true,
  createdAt: true,
  decidedAt: true,
  reason: true,
});
