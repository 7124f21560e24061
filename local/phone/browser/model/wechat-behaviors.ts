import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { WECHAT_BEHAVIORS } from '../../wx-members';

/** The behaviors that WeChat brings along, by name: what they do, the elements do by themselves. */
export function weChatBehaviors(codeSpace: CodeSpace): Map<string, unknown> {
  return new Map(WECHAT_BEHAVIORS.map((name) => [name, codeSpace.behavior().definition({}).register()]));
}
