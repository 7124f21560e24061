import type { PrintedContent } from './bulletin-entry';

/**
 * Where and how an activity was held, as a bulletin says it (举办方式): as it was logged, and nothing that nobody said.
 *
 * @example heldHow({ city: '深圳', venue: '', mode: 'online' }) // '线上举办'
 * @example heldHow({ city: '深圳', venue: '市民中心', mode: 'both' }) // '在深圳市市民中心以线上线下结合方式举办'
 */
export function heldHow({ city, venue, mode }: Pick<PrintedContent, 'city' | 'venue' | 'mode'>): string {
  const at = `在${city}市${venue}`;
  if (mode === 'both') return `${at}以线上线下结合方式举办`;
  if (mode !== 'online') return `${at}举办`;
  return venue === '' ? '线上举办' : `${at}线上举办`;
}
