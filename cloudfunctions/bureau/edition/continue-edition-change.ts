import { continueEditionChange } from '#shared/contract/edition/continue-edition-change';
import { onSteps } from '../../entry/handler';
import { requireOpenEdition } from '../../store/edition/editions';
import { runRework } from '../../work/edition/rework-edition';

export const continueEditionChangeHandler = onSteps(
  continueEditionChange,
  async ({ id }, { database, step }) => {
    await requireOpenEdition(database, id);
    return { rework: await runRework(database, id, step) };
  },
);
