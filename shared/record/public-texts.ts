import type { ActivityDraft } from './activity';
import type { PolicyDraft } from './policy';
import type { RecordKind } from './record';
import type { ShowcaseDraft } from './showcase';

/** A text that people wrote and the public may see, and the field it stands in. */
export interface PublicText {
  field: string;
  text: string;
}

/** The fields whose text is people's own words: what is chosen, counted or dated needs no check. */
const wordsOf = {
  activity: ['name', 'typeOther', 'hosts', 'coHosts', 'district', 'venue', 'link', 'about', 'contact'],
  policy: ['name', 'issuer', 'documentNumber', 'remark', 'text', 'link'],
  showcase: ['name', 'holder', 'award', 'about', 'link'],
} as const satisfies {
  activity: readonly (keyof ActivityDraft)[];
  policy: readonly (keyof PolicyDraft)[];
  showcase: readonly (keyof ShowcaseDraft)[];
};

/** What of a record, as handed in or as kept, has to pass the content check before the public sees it (需检查的文字). */
export function publicTextsOf(kind: RecordKind, record: object): PublicText[] {
  return wordsOf[kind].flatMap((field) => {
    const value = (record as Record<string, string | string[]>)[field] ?? '';
    const text = Array.isArray(value) ? value.join('\n') : value;
    return text === '' ? [] : [{ field, text }];
  });
}
