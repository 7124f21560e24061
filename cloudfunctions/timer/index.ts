import { serveTimer } from '../entry/serve-timer';
import { continueSummaries } from './continue-summaries';

/** Does what is due, for the platform's timer alone. */
export const main = serveTimer([continueSummaries]);
