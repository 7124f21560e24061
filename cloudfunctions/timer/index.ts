import { serveTimer } from '../entry/serve-timer';
import { retryContentChecks } from './retry-content-checks';

/** Does what is due, for the platform's timer alone. */
export const main = serveTimer([retryContentChecks]);
