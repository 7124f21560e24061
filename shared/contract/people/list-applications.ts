import { applicationState } from '../../people/application';
import { z } from '../../zod';
import { action } from '../action';
import { ownApplication } from '../unit/unit-views';

/** The applications to a reviewer's units (加入申请), the earliest first, a page at a time. */
export const listApplications = action('listApplications', {
  request: z.strictObject({ state: applicationState, after: z.string().max(80).nullable() }),
  reply: z.object({ applications: z.array(ownApplication), next: z.string().nullable() }),
});
