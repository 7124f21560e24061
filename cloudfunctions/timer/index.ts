import { serveTimer } from '../entry/serve-timer';

/** Does what is due, for the platform's timer alone. */
export const main = serveTimer([]);
