import { unitKind } from '../../people/unit';
import { jurisdiction } from '../../ground/region';
import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { unitCard } from './unit-views';

/** Which units: by city, kind and a part of the name, each or none of them. */
export const unitSearch = {
  city: jurisdiction.nullable(),
  kind: unitKind.nullable(),
  /** A part of the name; empty for all. */
  namePart: line.max(50),
  /** The `next` of the page before; null for the first. A page may be short, or empty, and still have a next. */
  after: z.string().max(120).nullable(),
};

/** Looks a unit up (查找单位), for whoever wants to join it. */
export const findUnits = action('findUnits', {
  request: z.strictObject(unitSearch),
  reply: z.object({ units: z.array(unitCard), next: z.string().nullable() }),
});
