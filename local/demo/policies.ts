import { policyDraft, type Policy } from '#shared/record/policy';
import { settlePlain } from '#shared/record/plain-kinds';
import { newRecord } from '#shared/record/record';
import { instantOf } from '#shared/ground/guangdong-time';
import { z } from '#shared/zod';
import listed from './data/policies.json';
import { edition2018 } from './edition-2018';
import { unitNamed } from './units';

const bureau = unitNamed('广东省中小企业局');

const loggedAt = instantOf('2018-10-08', '17:00');

/** The policies of 2018 that the public reports tell of. */
export const policies: readonly Policy[] = z
  .array(policyDraft)
  .parse(listed)
  .map((facts, index) =>
    settlePlain('policy', {
      ...newRecord,
      release: { at: loggedAt, by: null },
      ...facts,
      id: `demo-policy-${index + 1}`,
      editionId: edition2018.id,
      unitId: bureau.id,
      unitName: bureau.name,
      unitCity: bureau.city,
      state: 'accepted',
      revision: 1,
      createdAt: loggedAt,
      updatedAt: loggedAt,
      reportedAt: loggedAt,
    }),
  );
