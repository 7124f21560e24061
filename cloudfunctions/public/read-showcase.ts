import { refuse } from '#shared/refusal/errors';
import { readShowcase } from '#shared/contract/public/read-showcase';
import { shownFiles } from '#shared/record/record-files';
import { onRead } from '../entry/handler';
import { findRecord } from '../store/record/records';

export const readShowcaseHandler = onRead(readShowcase, async ({ id }, { database }) => {
  const showcase = await findRecord(database, 'showcase', id);
  if (!showcase.listed) throw refuse('NOT_FOUND', { what: 'showcase' });
  return { showcase: { ...showcase, files: shownFiles(showcase.files) } };
});
