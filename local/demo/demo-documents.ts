import { activities } from './activities';
import { edition2018 } from './edition-2018';
import { people } from './people';
import { policies } from './policies';
import { units } from './units';

type Documents = readonly Record<string, unknown>[];

function toDocuments(records: readonly { id: string }[]): Documents {
  return records.map(({ id, ...fields }) => ({ _id: id, ...fields }));
}

/** Everything the demo begins with, by collection, as documents of the database. */
export const demoDocuments: Readonly<Record<string, Documents>> = {
  editions: toDocuments([edition2018]),
  units: toDocuments(units),
  memberships: people.flatMap(({ id, openid, membership }) =>
    membership === null ? [] : [{ _id: `demo-membership-${id}`, openid, ...membership }],
  ),
  activities: toDocuments(activities),
  policies: toDocuments(policies),
};
