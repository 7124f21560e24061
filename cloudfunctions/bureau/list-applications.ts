import { listApplications } from '#shared/contract/list-applications';
import { onRead } from '../entry/handler';
import { cityOf, reviewScopeOf } from '../entry/review-scope';
import { applicationsInState } from '../store/applications';

const pageSize = 20;

export const listApplicationsHandler = onRead(listApplications, ({ state, after }, { caller, database }) =>
  applicationsInState(database, { state, city: cityOf(reviewScopeOf(caller)), after, size: pageSize }),
);
