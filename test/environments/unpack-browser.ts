import { findBrowser } from '../../scripts/browser/open-browser';

/** Before any test: two test files that unpack the packaged browser at the same time would each find half of it. */
export default async function unpackBrowser(): Promise<void> {
  await findBrowser();
}
