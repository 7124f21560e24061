import type { ContentCheck } from '#shared/record/record';
import { publicTextsOf, type PublicText } from '#shared/record/public-texts';
import { refuse } from '#shared/refusal/errors';
import { checkText } from '../../platform/content-check';
import type { RecordKind } from '#shared/record/record-kind';

/** What the check says of texts, and the field of the first that it rejects by itself; empty when only together. */
export async function checkTexts(
  openid: string,
  texts: readonly PublicText[],
): Promise<{ check: ContentCheck; field: string }> {
  const check = await checkText(
    openid,
    texts.map(({ text }) => text),
  );
  if (check !== 'rejected') return { check, field: '' };
  for (const { field, text } of texts) {
    if ((await checkText(openid, [text])) === 'rejected') return { check, field };
  }
  return { check, field: '' };
}

/** Asks the check about what a person hands in. CONTENT_REJECTED, at the field, when the public may not see it. */
export async function checkDraft(
  openid: string,
  kind: RecordKind,
  { at, draft }: { at: string; draft: object },
): Promise<ContentCheck> {
  const { check, field } = await checkTexts(openid, publicTextsOf(kind, draft));
  if (check === 'rejected') throw refuse('CONTENT_REJECTED', { field: field === '' ? at : `${at}.${field}` });
  return check;
}
