import { askedEdition } from '../../week/edition';
import { day } from '../../ground/guangdong-time';

/** Which bulletin is meant (哪一期): a part of every request about one. */
export const bulletinReference = { editionId: askedEdition, day };
