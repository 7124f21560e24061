import { line } from '../../ground/typed-text';

/** Why two records are merged, or parted again (合并、撤销合并的理由); asked for where a closed bulletin is corrected by it. */
export const mergeReason = line.max(200).default('');
