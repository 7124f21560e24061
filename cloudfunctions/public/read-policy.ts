import { refuse } from '#shared/refusal/errors';
import { readPolicy } from '#shared/contract/public/read-policy';
import { shownFiles } from '#shared/record/record-files';
import { onRead } from '../entry/handler';
import { findRecord } from '../store/record/records';

export const readPolicyHandler = onRead(readPolicy, async ({ id }, { database }) => {
  const policy = await findRecord(database, 'policy', id);
  if (!policy.listed) throw refuse('NOT_FOUND', { what: 'policy' });
  return { policy: { ...policy, files: shownFiles(policy.files) } };
});
