import { createEdition } from '#shared/contract/edition/create-edition';
import { refuse } from '#shared/refusal/errors';
import { fieldProblemsOf } from '#shared/refusal/field-problem';
import { editionProblems } from '#shared/week/check-edition';
import { editionFields, fieldsOf, type Edition } from '#shared/week/edition';
import { onWrite } from '../../entry/handler';
import { editionView, findEdition, insertEdition } from '../../store/edition/editions';

export const createEditionHandler = onWrite(
  createEdition,
  async ({ id, from, fields }, { now, transaction }) => {
    const earlier = from === null ? {} : fieldsOf(await findEdition(transaction, from));
    const parsed = editionFields.safeParse({ ...earlier, ...fields }, { reportInput: true });
    const problems = parsed.success ? editionProblems(id, parsed.data) : fieldProblemsOf(parsed.error);
    if (!parsed.success || problems.length > 0)
      throw refuse('INVALID_INPUT', {
        fields: problems.map((each) => ({ ...each, field: `fields.${each.field}` })),
      });
    const edition: Edition = {
      id,
      ...parsed.data,
      cityExtensions: [],
      state: 'preparing',
      closing: null,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    };
    await insertEdition(transaction, edition);
    return { edition: await editionView(transaction, edition) };
  },
);
