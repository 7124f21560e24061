import type { Problem } from '#shared/refusal/problems';

/** What stands in a control: a text, or whether a switch is on. */
export type Value = string | boolean;

/** A control of a form over records of a kind: what stands in it, and where in the draft that goes. */
export interface Control<Kept, Draft, Own extends Value> {
  /** What stands in it while nothing is known. */
  empty: Own;
  /** The only values that can stand in it; any text, unless said. */
  among?: readonly Own[];
  /** What stands in it for a record that is changed. */
  from: (record: Kept) => Own;
  /**
   * The draft's field that it writes to, or a part of one (`headcount.count`); null when it writes to none and its key is the
   * name of a field beside the draft. A field in parts is null while nothing stands in any of them.
   */
  to: (keyof Draft & string) | `${keyof Draft & string}.${string}` | null;
  /** What is written for a text; the text itself, unless said. It may add what the record that is changed has and nobody sees. */
  as?: (text: string, record: Kept | null) => unknown;
  /** The measure word of what a list counts, to say which one a problem is with. */
  each?: string;
  /** The problem that `wrong` is here. */
  wrong?: Problem;
}

/** The table of a form: its controls by key, in the order of the screen. */
export type Controls<Kept, Draft> = Readonly<
  Record<string, Control<Kept, Draft, string> | Control<Kept, Draft, boolean>>
>;

type ValueIn<One> = One extends { among: readonly (infer Choice extends string)[] }
  ? Choice
  : One extends { empty: boolean }
    ? boolean
    : string;

/** A form as it stands on the screen: what stands in every control. */
export type FormOf<Table> = { [Key in keyof Table]: ValueIn<Table[Key]> };

/** What is wrong, by the controls it is shown at. */
export type ErrorsOf<Table> = Partial<Record<keyof Table, string>>;

type FieldOf<To> = To extends `${infer Field}.${string}` ? Field : To;
type Written<Table extends Controls<never, never>> = FieldOf<Table[keyof Table]['to']>;

/** What of a draft no control writes. */
export type Unshown<Draft, Table extends Controls<never, never>> = Omit<Draft, Written<Table> & string>;
