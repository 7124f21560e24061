import { createRequire } from 'node:module';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** What takes longest, the longest first: begun last, one of them would run alone at the end. */
const longest = [
  'cloudfunctions/entry/every-write',
  'cloudfunctions/races/records',
  'cloudfunctions/entry/every-action',
  'end-to-end/',
  'official-compiler/',
  'cloudfunctions/bureau/summary/summary-job',
  'cloudfunctions/organiser/record/cut-off-race',
  'cloudfunctions/races/people',
  'cloudfunctions/documents/export-workbook',
  'cloudfunctions/bureau/record/record-life',
];

function rankOf({ path }) {
  const rank = longest.findIndex((each) => path.includes(`/test/${each}`));
  return rank === -1 ? longest.length : rank;
}

/** Jest knows how long files took only where it has run before; on a new machine this is what there is to know. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted].sort((one, other) => rankOf(one) - rankOf(other));
  }
}
