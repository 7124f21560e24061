import { z } from '../zod';
import { recordEnvelope } from './record';

/** A policy issued (出台政策措施), a row of 表一. */
export const policy = z.object({
  ...recordEnvelope,
  name: z.string(),
  issuer: z.string(),
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as far as it is known (出台时间). */
  issuedOn: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  documentNumber: z.string(),
  remark: z.string(),
});
export type Policy = z.infer<typeof policy>;
