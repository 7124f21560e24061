import type { EditionJob } from '../entry/serve-timer';
import { publishSnapshotOf } from '../work/public/publish-snapshot';

/** Publishes what the public sees of the edition whenever it has changed since (发布公开快照). */
export const publishSnapshot: EditionJob = {
  name: 'publish-snapshot',
  editions: 'begun',
  dueAt: () => 'always',
  run: (context) => publishSnapshotOf(context),
};
