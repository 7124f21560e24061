import type { ActivityDraft } from './activity';
import { plainKinds } from './plain-kinds';
import type { RecordKind } from './record-kind';

/** A text that people wrote and the public may see, and the field it stands in. */
export interface PublicText {
  field: string;
  text: string;
}

/** The fields of an activity whose text is people's own words: what is chosen, counted or dated needs no check. */
const wordsOfActivity = [
  'name',
  'typeOther',
  'hosts',
  'coHosts',
  'district',
  'venue',
  'link',
  'about',
  'contact',
] as const satisfies readonly (keyof ActivityDraft)[];

/** What of a record, as handed in or as kept, has to pass the content check before the public sees it (需检查的文字). */
export function publicTextsOf(kind: RecordKind, record: object): PublicText[] {
  const words: readonly string[] = kind === 'activity' ? wordsOfActivity : plainKinds[kind].words;
  return words.flatMap((field) => {
    const value = (record as Record<string, string | (string | { name: string })[]>)[field] ?? '';
    const text = Array.isArray(value)
      ? value.map((each) => (typeof each === 'string' ? each : each.name)).join('\n')
      : value;
    return text === '' ? [] : [{ field, text }];
  });
}
