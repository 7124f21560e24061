import type { Role } from '../people/membership';

/** How far a right reaches: the member's own unit, the own city's units, or everything. */
export type Scope = 'own-unit' | 'own-city' | 'everything';

/** Who may do an action: anyone in the mini-program, or members by role, each as far as the scope says. */
export type Right = 'anyone' | Partial<Record<Role, Scope>>;
