import type { KeptMembership, Membership } from '#shared/access/membership';
import { instantOf } from '#shared/week/guangdong-time';
import { activities } from './activities';
import { edition2018 } from './edition-2018';
import { people } from './people';
import { policies } from './policies';
import { units } from './units';

type Documents = readonly Record<string, unknown>[];

function toDocuments(records: readonly { id: string }[]): Documents {
  return records.map(({ id, ...fields }) => ({ _id: id, ...fields }));
}

function memberOfTheDemo(id: string, openid: string, membership: Membership): KeptMembership {
  return {
    id: `demo-membership-${id}`,
    openid,
    ...membership,
    alias: '',
    state: 'active',
    joinedAt: instantOf('2018-09-26', '09:00'),
    how: 'invitation',
    endedAt: null,
  };
}

/** Everything the demo begins with, by collection, as documents of the database. */
export const demoDocuments: Readonly<Record<string, Documents>> = {
  editions: toDocuments([edition2018]),
  units: toDocuments(units),
  memberships: people.flatMap(({ id, openid, membership }) =>
    membership === null ? [] : toDocuments([memberOfTheDemo(id, openid, membership)]),
  ),
  activities: toDocuments(activities),
  policies: toDocuments(policies),
};
