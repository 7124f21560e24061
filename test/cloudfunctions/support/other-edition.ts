import { createEdition } from '#shared/contract/edition/create-edition';
import type { Edition, EditionFields } from '#shared/week/edition';
import { instantOf } from '#shared/ground/guangdong-time';
import { get } from './running-cloud';

/** What differs from 2018 in another year's week. */
export function weekOf(year: string): Partial<EditionFields> {
  return {
    title: `${year}年全国大众创业万众创新活动周`,
    firstDay: `${year}-06-13`,
    lastDay: `${year}-06-19`,
    opensAt: instantOf(`${year}-06-12`, '16:00'),
    cityDeadline: `${year}-06-20`,
    provinceDeadline: `${year}-06-21`,
  };
}

/** Sets up an edition that is being prepared. */
export async function newEdition(year: string): Promise<Edition> {
  const asked = { id: year, from: '2018', fields: weekOf(year) };
  return (await get('bureau', createEdition, asked)).edition;
}
