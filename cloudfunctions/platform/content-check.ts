import type { ContentCheck } from '#shared/record/record';
import { cloud } from './cloud';
import { sdkFailure } from './sdk-failure';

/** Where the text or the picture stands, in WeChat's words: 3, a place where people post. */
const scene = 3;
/** What the interface takes at once. */
const longestText = 2500;

/** WeChat's code for somebody who was not in the mini-program within the last two hours: no fault, but nothing is checked. */
const notSeenLately = 61010;

function piecesOf(text: string): string[] {
  const characters = Array.from(text);
  const pieces: string[] = [];
  for (let from = 0; from < characters.length; from += longestText) {
    pieces.push(characters.slice(from, from + longestText).join(''));
  }
  return pieces;
}

function logUnasked(error: unknown): void {
  const { code, text } = sdkFailure(error);
  if (code !== notSeenLately)
    console.warn('The content check could not be asked; what it is about waits.', text);
}

/**
 * What WeChat's content check (内容安全) says of text a person wrote: `waiting` when it could not be asked, `for-review` when it
 * wants a person to look. Anything short of a clear pass is not shown; what it holds risky is rejected.
 */
export async function checkText(openid: string, texts: readonly string[]): Promise<ContentCheck> {
  const text = texts.filter((each) => each.trim() !== '').join('\n');
  let check: ContentCheck = 'passed';
  try {
    for (const content of piecesOf(text)) {
      const { result } = await cloud.openapi.security.msgSecCheck({ version: 2, scene, openid, content });
      if (result?.suggest === 'risky') return 'rejected';
      if (result?.suggest === 'review') check = 'for-review';
      else if (result?.suggest !== 'pass') return 'waiting';
    }
    return check;
  } catch (error) {
    logUnasked(error);
    return 'waiting';
  }
}

/**
 * Asks WeChat's content check about a picture, at an address where it can be fetched: the trace under which the answer comes as a
 * message within half an hour; null when it could not be asked.
 */
export async function askAboutPicture(openid: string, mediaUrl: string): Promise<string | null> {
  try {
    const { traceId } = await cloud.openapi.security.mediaCheckAsync({
      version: 2,
      mediaType: 2,
      scene,
      openid,
      mediaUrl,
    });
    return traceId ?? null;
  } catch (error) {
    logUnasked(error);
    return null;
  }
}
