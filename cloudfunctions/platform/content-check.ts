import type { ContentCheck } from '#shared/record/record';
import { cloud } from './cloud';
import { sdkFailure } from './sdk-failure';

/** Where the text stands, in WeChat's words: 3, a place where people post. */
const scene = 3;
/** What the interface takes at once. */
const longestText = 2500;

function piecesOf(text: string): string[] {
  const characters = Array.from(text);
  const pieces: string[] = [];
  for (let from = 0; from < characters.length; from += longestText) {
    pieces.push(characters.slice(from, from + longestText).join(''));
  }
  return pieces;
}

/** The check could not be asked; the record waits, and the log says why. */
function waits(error: unknown): ContentCheck {
  console.warn('The content check could not be asked; the record waits.', sdkFailure(error).text);
  return 'waiting';
}

/**
 * What WeChat's content check (内容安全) says of text a person wrote: `waiting` when it could not be asked.
 * Anything short of a clear pass is not shown; what it holds risky is rejected.
 */
export async function checkText(openid: string, texts: readonly string[]): Promise<ContentCheck> {
  const text = texts.filter((each) => each.trim() !== '').join('\n');
  try {
    for (const content of piecesOf(text)) {
      const { result } = await cloud.openapi.security.msgSecCheck({ version: 2, scene, openid, content });
      if (result?.suggest === 'risky') return 'rejected';
      if (result?.suggest !== 'pass') return 'waiting';
    }
    return 'passed';
  } catch (error) {
    return waits(error);
  }
}

/** WeChat's code for a picture that may not be shown. */
const riskyContent = 87014;

/** What WeChat's content check says of a picture. */
export async function checkPicture(mediaType: string, content: Buffer): Promise<ContentCheck> {
  try {
    await cloud.openapi.security.imgSecCheck({ media: { contentType: mediaType, value: content } });
    return 'passed';
  } catch (error) {
    return sdkFailure(error).code === riskyContent ? 'rejected' : waits(error);
  }
}
