import { plainName } from '../ground/plain-name';
import { z } from '../zod';
import { jurisdiction, provincial, type Jurisdiction } from '../ground/region';
import { line } from '../ground/typed-text';

/** The kinds of unit (单位类别) that the two notices name. */
export const unitKind = z.enum([
  '省级主管部门',
  '市级主管部门',
  '省直单位',
  '示范平台',
  '示范基地',
  '合作区',
  '担保机构',
  '社会化服务机构',
  '促进会',
  '服务联盟',
]);
export type UnitKind = z.infer<typeof unitKind>;

/** 在用 or 停用: a closed unit has no members and takes none. */
export const unitState = z.enum(['active', 'closed']);
export type UnitState = z.infer<typeof unitState>;

/** What staff set of a unit. */
export const unitFields = z.strictObject({
  name: line.min(2).max(50),
  kind: unitKind,
  /** Whom it answers to: a city, or the province. */
  city: jurisdiction,
  /** The unit above it (上级单位); null when none is named. */
  parentId: z
    .string()
    .regex(/^[0-9a-zA-Z-]{1,64}$/)
    .nullable(),
});
export type UnitFields = z.infer<typeof unitFields>;

/** A unit that logs, reviews or sums up (单位). */
export const unit = z.object({
  id: z.string(),
  ...unitFields.shape,
  state: unitState,
  /** What no two units share; lists are in its order. See `unitKey`. */
  key: z.string(),
  revision: z.int().min(1),
  createdAt: z.int(),
  updatedAt: z.int(),
  /** Whether its records are public as they come (免审发布), without a person who releases them. */
  trusted: z.boolean(),
  /** The edition for which a reviewer last confirmed that it is in use (已确认在用); empty when none did. */
  confirmedFor: z.string(),
  /** The how manieth time it is in use, from 1: reopened, it begins without its earlier members. */
  opening: z.int().min(1),
});
export type Unit = z.infer<typeof unit>;

/** The bureau that runs the week in Guangdong: what the first claim makes when there is none (省级主管部门). */
export const bureauUnit: UnitFields = {
  name: '广东省中小企业局',
  kind: '省级主管部门',
  city: provincial,
  parentId: null,
};

/** Units whose members review others: only the bureau makes and changes them. */
export function isAuthority(kind: UnitKind): boolean {
  return kind === '省级主管部门' || kind === '市级主管部门';
}

/** Whether a unit's records need nobody to release them: a department's own, and a trusted unit's. */
export function releasesItself({ kind, trusted }: Pick<Unit, 'kind' | 'trusted'>): boolean {
  return trusted || isAuthority(kind);
}

/**
 * What no two units share: whom it answers to, and its name as `plainName` has it.
 *
 * @example unitKey({ city: '广州', name: '双创基地（A区）' }) // '广州/双创基地(a区)'
 */
export function unitKey({ city, name }: { city: Jurisdiction; name: string }): string {
  return `${city}/${plainName(name)}`;
}

/** Whether a kind of unit can answer to a city, or to the province: an authority's kind says which. */
export function kindFitsCity(kind: UnitKind, city: Jurisdiction): boolean {
  if (kind === '省级主管部门' || kind === '省直单位') return city === provincial;
  return kind !== '市级主管部门' || city !== provincial;
}
