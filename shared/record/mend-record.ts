import type { z } from '../zod';
import { fieldProblemsOf } from '../refusal/field-problem';
import { refuse, type FieldProblem } from '../refusal/errors';
import { activityDraft, type ActivityDraft } from './activity';
import { plainKinds } from './plain-kinds';
import type { RecordKind } from './record-kind';
import type { AnyRecord } from './record-kinds';
import { changeRecord, type Step } from './record-life';

/** A text of a record as it should read. */
export interface MendedText {
  field: string;
  text: string;
}

const textsOfActivity = [
  'name',
  'typeOther',
  'district',
  'venue',
  'about',
  'contact',
] as const satisfies readonly (keyof ActivityDraft)[];

/** The texts of a kind in which a reviewer may mend a slip (错字): words, and nothing that is chosen, counted, dated or an address. */
export function mendableTexts(kind: RecordKind): readonly string[] {
  return kind === 'activity' ? textsOfActivity : plainKinds[kind].words.filter((field) => field !== 'link');
}

/** A text as its field takes it. */
function parsedAs(kind: RecordKind, { field, text }: MendedText) {
  const shape = kind === 'activity' ? activityDraft.shape : plainKinds[kind].draft.shape;
  const schema: z.ZodType | undefined = new Map<string, z.ZodType>(Object.entries(shape)).get(field);
  return schema?.safeParse(text, { reportInput: true });
}

/** What is wrong with a text, at its place in the request. A text that there was is mended, not taken away, and none is added. */
function problemsOf(kind: RecordKind, record: AnyRecord, mended: MendedText, at: string): FieldProblem[] {
  const one = (place: string, problem: FieldProblem['problem']) => [
    { field: `${at}.${place}`, problem, limit: null },
  ];
  const isText = mendableTexts(kind).includes(mended.field);
  if (!isText || textIn(record, mended.field) === '') return one('field', 'not-a-choice');
  const parsed = parsedAs(kind, mended);
  if (parsed?.success === false)
    return fieldProblemsOf(parsed.error).map((problem) => ({ ...problem, field: `${at}.text` }));
  return parsed?.data === '' ? one('text', 'required') : [];
}

function textIn(record: AnyRecord, field: string): string {
  const text = new Map<string, unknown>(Object.entries(record)).get(field);
  return typeof text === 'string' ? text : '';
}

/**
 * A record in which a reviewer mends slips (改错字) before the public or the ministry sees it: the next revision, by the reviewer.
 * INVALID_INPUT at what is no text or not right; FROZEN when it is returned, withdrawn, accepted or public.
 */
export function mendRecord<Kept extends AnyRecord>(
  kind: RecordKind,
  before: Kept,
  texts: readonly MendedText[],
  taken: Step,
): Kept {
  const fields = texts.flatMap((each, index) => problemsOf(kind, before, each, `texts.${index}`));
  if (fields.length > 0) throw refuse('INVALID_INPUT', { fields });
  const { state } = before;
  if (state !== 'announced' && state !== 'reported') throw refuse('FROZEN', { state });
  if (before.listed) throw refuse('FROZEN', { state: 'already-public' });
  if (before.mergedInto !== null) throw refuse('FROZEN', { state: 'merged' });
  const mended = Object.fromEntries(texts.map((each) => [each.field, parsedAs(kind, each)?.data]));
  return changeRecord(
    before,
    mended as Partial<Kept>,
    { fields: [], reason: '改正错字', becomes: state },
    taken,
  );
}

const longestNote = 200;

/** What was mended, for the unit to read: “旧”改为“新”, cut where it is long. */
export function describeMending(before: AnyRecord, texts: readonly MendedText[]): string {
  const words = texts.map(({ field, text }) => `“${textIn(before, field)}”改为“${text}”`);
  const all = Array.from(words.join('；'));
  return all.length > longestNote ? `${all.slice(0, longestNote - 1).join('')}…` : all.join('');
}
