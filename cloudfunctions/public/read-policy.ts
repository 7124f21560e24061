import { refuse } from '#shared/contract/errors';
import { readPolicy } from '#shared/contract/read-policy';
import { shownFiles } from '#shared/record/record-files';
import { onRead } from '../entry/handler';
import { findRecord } from '../store/records';

export const readPolicyHandler = onRead(readPolicy, async ({ id }, { database }) => {
  const policy = await findRecord(database, 'policy', id);
  if (!policy.listed) throw refuse('NOT_FOUND', { what: 'policy' });
  return { policy: { ...policy, files: shownFiles(policy.files) } };
});
