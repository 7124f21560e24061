import { allContracts } from './contracts';
import { errorsPage } from './errors-table';
import { rightsPage } from './rights-table';

/** The pages of `docs/` that follow from the code, by file, as they have to be. */
export async function printedDocs(): Promise<Map<string, string>> {
  return new Map([
    ['docs/rights.md', rightsPage(await allContracts())],
    ['docs/errors.md', errorsPage()],
  ]);
}
