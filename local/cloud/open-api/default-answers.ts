import { randomInt, randomUUID } from 'node:crypto';
import type { OpenApiAnswer } from './open-api-wire';

const ok = (fields: Record<string, unknown> = {}): OpenApiAnswer => ({
  json: { errcode: 0, errmsg: 'ok', ...fields },
});

const refused = (errcode: number, errmsg: string): OpenApiAnswer => ({ json: { errcode, errmsg } });

/** The content check takes no longer text at once. */
const LONGEST_CHECKED_TEXT = 2500;

/** A picture, among the media that can be checked. */
const PICTURE = 2;

/** What WeChat knows of the people of a mini-program. */
export interface Visitors {
  isKnown(openid: unknown): boolean;
  /** Whether the person was in the mini-program within the last two hours: of others the content check says nothing. */
  wasHereLately(openid: unknown): boolean;
}

type Answer = (parameters: Record<string, unknown>, visitors: Visitors) => OpenApiAnswer;

const sendSubscribeMessage: Answer = (parameters, visitors) => {
  if (!visitors.isKnown(parameters.touser)) return refused(40003, 'invalid openid');
  if (typeof parameters.template_id !== 'string') return refused(40037, 'invalid template_id');
  if (typeof parameters.data !== 'object' || parameters.data === null) {
    return refused(47003, 'argument invalid! data is required');
  }
  // A long number would reach the function as an object; as text it stays what it is.
  return ok({ msgid: String(randomInt(2 ** 47)) });
};

/** Why the content check answers nothing about a person's words or pictures; null when it does. */
function refusedFor(openid: unknown, visitors: Visitors): OpenApiAnswer | null {
  if (!visitors.isKnown(openid)) return refused(40003, 'invalid openid');
  return visitors.wasHereLately(openid) ? null : refused(61010, 'code is expired');
}

const checkText: Answer = ({ version, scene, openid, content }, visitors) => {
  if (version !== 2 || typeof scene !== 'number' || typeof content !== 'string' || content === '') {
    return refused(47001, 'data format error');
  }
  if (Array.from(content).length > LONGEST_CHECKED_TEXT) return refused(45002, 'content size out of limit');
  const refusal = refusedFor(openid, visitors);
  if (refusal !== null) return refusal;
  return ok({
    result: { suggest: 'pass', label: 100 },
    detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
    trace_id: randomUUID(),
  });
};

const checkMedia: Answer = (parameters, visitors) => {
  const { version, scene, openid, media_url: address, media_type: type } = parameters;
  if (version !== 2 || typeof scene !== 'number' || type !== PICTURE)
    return refused(47001, 'data format error');
  if (typeof address !== 'string' || !URL.canParse(address)) return refused(40097, 'invalid args');
  return refusedFor(openid, visitors) ?? ok({ trace_id: randomUUID() });
};

/** How WeChat answers when all is well; an interface that is not here is unknown. */
export const defaultAnswers: Readonly<Record<string, Answer>> = {
  'subscribeMessage.send': sendSubscribeMessage,
  'security.msgSecCheck': checkText,
  'security.mediaCheckAsync': checkMedia,
};
