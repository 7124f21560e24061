import { explain } from '../platform/feedback';
import { toFailure } from './define-page';

/** Says why something a person asked for was not done, with the code to name when asking for help. */
export async function explainFailure(error: unknown): Promise<void> {
  const { title, advice, code } = toFailure(error);
  await explain(title, `${advice}（代码 ${code}）`);
}
