import { z } from 'zod';

/** zod without generated code: mini-programs forbid `new Function`. Every schema imports `z` from here. */
z.config({ jitless: true });

export { z };
