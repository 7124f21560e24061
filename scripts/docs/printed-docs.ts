import { errorsPage } from './errors-table';
import { rightsPage } from './rights-table';

/** The pages of `docs/` that follow from the code, by file, as they have to be. */
export function printedDocs(): Map<string, string> {
  return new Map([
    ['docs/rights.md', rightsPage()],
    ['docs/errors.md', errorsPage()],
  ]);
}
