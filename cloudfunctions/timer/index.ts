import { serveTimer } from '../entry/serve-timer';
import { checkBulletinsJob } from './check-bulletins';
import { compileBulletinJob } from './compile-bulletin';

/** Does what is due, for the platform's timer alone. */
export const main = serveTimer([compileBulletinJob, checkBulletinsJob]);
