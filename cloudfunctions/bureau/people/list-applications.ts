import { listApplications } from '#shared/contract/people/list-applications';
import { onRead } from '../../entry/handler';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';
import { applicationsInState } from '../../store/people/applications';

const pageSize = 20;

export const listApplicationsHandler = onRead(listApplications, ({ state, after }, { caller, database }) =>
  applicationsInState(database, { state, city: cityOf(reviewScopeOf(caller)), after, size: pageSize }),
);
