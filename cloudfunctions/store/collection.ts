/** An index: the fields in order, and whether two documents may share them. */
export interface Index {
  name: string;
  keys: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  unique?: boolean;
}

/** By what the traces of an edition are found (个人痕迹): by the edition, or by a moment they are no longer needed after. */
type ErasedBy = 'editionId' | 'at' | 'until' | 'dueAt';

/** A collection as the platform has to set it up. Phones have no access to any of them: rules live in the functions. */
export type Collection = {
  name: string;
  indexes: readonly Index[];
  /** Fields of what is audited that name somebody of the public: the audit keeps that they changed, and never what they say. */
  unnamed?: readonly string[];
} & (
  | {
      /** Left out of the audit's before and after: a `copy` of what is audited already. */
      unaudited?: 'copy';
      erasedBy?: ErasedBy;
    }
  | {
      /** A person's own, left out of the audit too: it has to be erasable while the audit is not. */
      unaudited: 'trace';
      erasedBy: ErasedBy;
    }
);

/** Declares an ascending index, named after its fields. */
export function indexOn(...fields: readonly string[]): Index {
  return { name: fields.join('_'), keys: fields.map((field) => [field, 'asc'] as const) };
}

/** Declares an index in which no two documents agree. */
export function uniqueIndexOn(...fields: readonly string[]): Index {
  return { ...indexOn(...fields), unique: true };
}
