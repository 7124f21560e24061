import { policy } from '../../record/policy';
import { z } from '../../zod';
import { shownFile } from './record-views';

/** A policy in the public's list. */
export const policyCard = policy.pick({
  id: true,
  name: true,
  issuer: true,
  issuedOn: true,
  documentNumber: true,
});

/** A policy as the public reads it. */
export const policyDetail = policyCard.extend({
  remark: policy.shape.remark,
  text: policy.shape.text,
  link: policy.shape.link,
  files: z.array(shownFile),
});
