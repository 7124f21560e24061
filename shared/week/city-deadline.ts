import type { Day } from '../ground/guangdong-time';
import type { Edition } from './edition';

type Extension = Edition['cityExtensions'][number];

/** The day by which a city reports to the province: the edition's, or the later one that it was given (延期). */
export function cityDeadlineOf(
  { cityDeadline, cityExtensions }: Pick<Edition, 'cityDeadline' | 'cityExtensions'>,
  city: string,
): Day {
  const given = cityExtensions.find((each) => each.city === city)?.day ?? cityDeadline;
  return given > cityDeadline ? given : cityDeadline;
}

/** The extensions with one that was given now: a city has one, the later word. */
export function withExtension(kept: readonly Extension[], given: Extension): Extension[] {
  return [...kept.filter(({ city }) => city !== given.city), given];
}
