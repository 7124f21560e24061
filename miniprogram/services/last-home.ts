import { openHome } from '#shared/contract/public/open-home';
import type { z } from '#shared/zod';
import { keep, readKept } from '../platform/storage';

type Home = z.infer<typeof openHome.reply>;

const key = 'last-home';

/** Keeps the home page's content for a time without network. */
export function keepHome(home: Home): void {
  keep(key, home);
}

/** The home page's content as it was last seen; null when there is none. */
export function lastHome(): Home | null {
  const kept = openHome.reply.safeParse(readKept(key));
  return kept.success ? kept.data : null;
}
