import type { FieldProblem } from '#shared/refusal/errors';
import { fieldProblemsOf } from '#shared/refusal/field-problem';
import { z } from '#shared/zod';
import { describeFieldProblem, sayWhich } from '../copy/field-problems';
import type { Control, Controls, ErrorsOf, FormOf, Unshown, Value } from './form-table';

interface Declaration<Draft, Table extends Controls<never, never>> {
  /** The rules of what is handed in. */
  draft: z.ZodType<Draft> & { shape: object };
  /** The draft's name in the request that hands it in. */
  name: string;
  controls: Table;
  /** What a new record has in the fields that no control writes: while one is not named here, the form does not compile. */
  unshown: Unshown<Draft, Table>;
  /** The controls that are not on the screen as the form stands: they count as empty. */
  hides?: (form: FormOf<Table>) => Partial<Record<keyof Table, boolean>>;
}

/** A form that was kept on the phone, with the revision it changes; null for a new record. */
export interface KeptForm<Shown> {
  form: Shown;
  revision: number | null;
}

/** A form over records of a kind, and the draft of one that it hands in. */
export interface Form<Kept, Draft, Table extends Controls<Kept, Draft>> {
  /** The controls in the order of the screen. */
  order: readonly (keyof Table & string)[];
  empty: FormOf<Table>;
  /** The form of a record that is changed. */
  of: (record: Kept) => FormOf<Table>;
  /**
   * A form that was kept on the phone, or null when it is none. What an earlier release did not ask for stands in it as it does
   * in `fresh`, the form that would be shown otherwise.
   */
  restore: (kept: unknown, fresh: FormOf<Table>) => KeptForm<FormOf<Table>> | null;
  /**
   * The draft that a form describes, by the same rules as in the cloud, or what is wrong at which control. What the form does
   * not show is as the record that is changed has it; null for a new one.
   */
  read: (
    form: FormOf<Table>,
    record: (Kept & Unshown<Draft, Table>) | null,
  ) => { ok: true; draft: Draft } | { ok: false; errors: ErrorsOf<Table> };
  /** The sentence at each control, from what the rules or the cloud found; what is wrong elsewhere is left out. */
  errorsOf: (problems: readonly FieldProblem[]) => ErrorsOf<Table>;
}

type AnyControl<Kept, Draft> = Control<Kept, Draft, string> | Control<Kept, Draft, boolean>;

function schemaOf({ empty, among }: AnyControl<never, never>): z.ZodType<Value> {
  if (typeof empty === 'boolean') return z.boolean();
  return among === undefined ? z.string() : z.enum(among.map(String));
}

function isBlank(value: Value | undefined): boolean {
  return typeof value === 'string' && value.trim() === '';
}

/** Whether a path is a place or lies within it. */
function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`);
}

/** A control with its key. */
type RowOf<Kept, Draft, Table> = [keyof Table & string, AnyControl<Kept, Draft>];

/** What a form says of the draft's fields; what is hidden says nothing. */
function writtenIn<Kept, Draft, Table>(
  rows: readonly RowOf<Kept, Draft, Table>[],
  values: Readonly<Record<string, Value>>,
  hidden: Readonly<Partial<Record<string, boolean>>>,
  record: Kept | null,
): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  const inParts: Record<string, Record<string, unknown> | null> = {};
  for (const [key, { to, empty, as }] of rows) {
    if (to === null) continue;
    const value = hidden[key] === true ? empty : values[key];
    const written = typeof value === 'string' && as !== undefined ? as(value, record) : value;
    const [field = '', part] = to.split('.');
    if (part === undefined) whole[field] = written;
    else inParts[field] = isBlank(value) ? (inParts[field] ?? null) : { ...inParts[field], [part]: written };
  }
  return { ...whole, ...inParts };
}

/** Finds the sentence at each control, from what the rules or the cloud found; what is wrong elsewhere is left out. */
function errorsIn<Kept, Draft, Table>(
  rows: readonly RowOf<Kept, Draft, Table>[],
  name: string,
): (problems: readonly FieldProblem[]) => ErrorsOf<Table> {
  /** Where in the request a control's value goes. */
  const placeOf = ([key, { to }]: RowOf<Kept, Draft, Table>) => (to === null ? key : `${name}.${to}`);

  function rowAt(path: string): RowOf<Kept, Draft, Table> | undefined {
    return (
      rows.find((row) => isWithin(path, placeOf(row))) ??
      // Of a field in parts as a whole, the first part tells.
      rows.find((row) => path !== name && isWithin(placeOf(row), path))
    );
  }

  return (problems) => {
    const errors: ErrorsOf<Table> = {};
    for (const { field, problem, limit } of problems) {
      const row = rowAt(field);
      if (row === undefined) continue;
      const [key, { each, wrong = 'wrong' }] = row;
      const index = field.slice(placeOf(row).length + 1);
      const which = each === undefined || index === '' ? '' : sayWhich(Number(index.split('.')[0]), each);
      errors[key] ??= which + describeFieldProblem({ problem: problem === 'wrong' ? wrong : problem, limit });
    }
    return errors;
  };
}

const keptForm = z.object({ form: z.record(z.string(), z.unknown()), revision: z.int().nullable() });

/** Makes a form of its table. */
export function defineForm<Kept, Draft, Table extends Controls<Kept, Draft>>({
  draft,
  name,
  controls,
  unshown,
  hides = () => ({}),
}: Declaration<Draft, Table>): Form<Kept, Draft, Table> {
  const rows = Object.entries(controls).filter((row): row is RowOf<Kept, Draft, Table> => row[0] in controls);

  /** The one place where the compiler takes our word: a value for every control makes a form. */
  const schema = z
    .object(Object.fromEntries(rows.map(([key, control]) => [key, schemaOf(control)])))
    .pipe(z.custom<FormOf<Table>>());

  function fill(valueOf: (control: AnyControl<Kept, Draft>) => Value): FormOf<Table> {
    return schema.parse(Object.fromEntries(rows.map(([key, control]) => [key, valueOf(control)])));
  }

  const written = new Set(rows.map(([, { to }]) => to?.split('.')[0]));
  const unshownFields = Object.keys(draft.shape).filter((field) => !written.has(field));

  function unshownOf(record: object): Record<string, unknown> {
    return Object.fromEntries(Object.entries(record).filter(([field]) => unshownFields.includes(field)));
  }

  const errorsOf = errorsIn(rows, name);

  return {
    order: rows.map(([key]) => key),
    empty: fill(({ empty }) => empty),
    of: (record) => fill(({ from }) => from(record)),
    restore(kept, fresh) {
      const found = keptForm.safeParse(kept);
      const form = schema.safeParse({ ...fresh, ...found.data?.form });
      return found.success && form.success ? { form: form.data, revision: found.data.revision } : null;
    },
    read(form, record) {
      const parsed = draft.safeParse(
        { ...unshownOf(record ?? unshown), ...writtenIn(rows, form, hides(form), record) },
        { reportInput: true },
      );
      if (parsed.success) return { ok: true, draft: parsed.data };
      const problems = fieldProblemsOf(parsed.error);
      return {
        ok: false,
        errors: errorsOf(problems.map((each) => ({ ...each, field: `${name}.${each.field}` }))),
      };
    },
    errorsOf,
  };
}
