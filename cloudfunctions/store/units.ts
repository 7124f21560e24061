import type { Collection } from './collection';

/** The units (单位): read through memberships, which carry the name. */
export const units: Collection = { name: 'units', indexes: [] };
