import { createHash } from 'node:crypto';
import { membershipKey, type KeptMembership, type Membership } from '#shared/people/membership';
import { bureauUnit } from '#shared/people/unit';
import { instantOf } from '#shared/ground/guangdong-time';
import { activities } from './activities';
import { edition2018 } from './edition-2018';
import { people } from './people';
import { policies } from './policies';
import { nameOfUnit, unitNamed, units } from './units';

type Documents = readonly Record<string, unknown>[];

function toDocuments(records: readonly ({ id: string } & Record<string, unknown>)[]): Documents {
  return records.map(({ id, ...fields }) => ({ _id: id, ...fields }));
}

function memberOfTheDemo(openid: string, { unitId, role }: Membership): KeptMembership {
  const key = membershipKey({ openid, unitId, role });
  return {
    id: createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32),
    openid,
    unitId,
    role,
    alias: '',
    state: 'active',
    joinedAt: instantOf('2018-09-26', '09:00'),
    confirmedAt: instantOf('2018-09-26', '09:00'),
    opening: 1,
    how: 'invitation',
    endedAt: null,
  };
}

/** Everything the demo begins with, by collection, as documents of the database. */
export const demoDocuments: Readonly<Record<string, Documents>> = {
  deployment: toDocuments([
    {
      id: 'deployment',
      claimedAt: null,
      claimedWith: [],
      bureauUnitId: unitNamed(bureauUnit.name).id,
      currentEditionId: edition2018.id,
    },
  ]),
  editions: toDocuments([edition2018]),
  units: toDocuments(units),
  'unit-names': toDocuments(units.map(nameOfUnit)),
  memberships: people.flatMap(({ openid, membership }) =>
    membership === null ? [] : toDocuments([memberOfTheDemo(openid, membership)]),
  ),
  activities: toDocuments(activities),
  policies: toDocuments(policies),
};
