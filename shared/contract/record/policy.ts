import { policyKind } from '../../record/policy';
import { listingOf, readingOf, savingOf } from './plain-record';

/** Hands in a policy, or changes one (填报、修改政策). */
export const savePolicy = savingOf('savePolicy', policyKind);

/** The public's list of policies. */
export const listPolicies = listingOf('listPolicies', policyKind);

/** One policy as the public reads it. */
export const readPolicy = readingOf('readPolicy', policyKind);
