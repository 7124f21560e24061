import { randomInt, randomUUID } from 'node:crypto';
import type { OpenApiAnswer } from './open-api-wire';

const ok = (fields: Record<string, unknown> = {}): OpenApiAnswer => ({
  json: { errcode: 0, errmsg: 'ok', ...fields },
});

const refused = (errcode: number, errmsg: string): OpenApiAnswer => ({ json: { errcode, errmsg } });

/** A picture of one pixel stands for every code WeChat would draw. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const LONGEST_SCENE = 32;

type Answer = (
  parameters: Record<string, unknown>,
  isKnownOpenid: (openid: unknown) => boolean,
) => OpenApiAnswer;

const sendSubscribeMessage: Answer = (parameters, isKnownOpenid) => {
  if (!isKnownOpenid(parameters.touser)) return refused(40003, 'invalid openid');
  if (typeof parameters.template_id !== 'string') return refused(40037, 'invalid template_id');
  if (typeof parameters.data !== 'object' || parameters.data === null) {
    return refused(47003, 'argument invalid! data is required');
  }
  // A long number would reach the function as an object; as text it stays what it is.
  return ok({ msgid: String(randomInt(2 ** 47)) });
};

const checkText: Answer = ({ version, scene, openid, content }, isKnownOpenid) => {
  if (version !== 2 || typeof scene !== 'number' || typeof content !== 'string') {
    return refused(47001, 'data format error');
  }
  if (!isKnownOpenid(openid)) return refused(40003, 'invalid openid');
  return ok({
    result: { suggest: 'pass', label: 100 },
    detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
    trace_id: randomUUID(),
  });
};

const drawCode: Answer = ({ scene }) =>
  typeof scene === 'string' && scene.length > LONGEST_SCENE
    ? refused(40169, 'invalid length for scene, or the data is not json string')
    : { contentType: 'image/png', bytes: PIXEL };

/** How WeChat answers when all is well; an interface that is not here is unknown. */
export const defaultAnswers: Readonly<Record<string, Answer>> = {
  'subscribeMessage.send': sendSubscribeMessage,
  'security.msgSecCheck': checkText,
  'security.imgSecCheck': () => ok(),
  'security.mediaCheckAsync': () => ok({ trace_id: randomUUID() }),
  'wxacode.get': () => ({ contentType: 'image/png', bytes: PIXEL }),
  'wxacode.getUnlimited': drawCode,
};
