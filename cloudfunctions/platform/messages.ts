import { cloud } from './cloud';
import { sdkFailure } from './sdk-failure';
import { optionalSetting, type SettingName } from './settings';

/** The subscription messages (订阅消息) and the setting that names each one's template. */
const templates = {
  reminder: 'TEMPLATE_REMINDER',
  nudge: 'TEMPLATE_NUDGE',
  returned: 'TEMPLATE_RETURNED',
  notice: 'TEMPLATE_NOTICE',
} as const satisfies Record<string, SettingName>;

/** What a field of a template takes at most. */
const longestThing = 20;

/** A message as its template has it: what it is about, when, and a word. */
export interface Message {
  template: keyof typeof templates;
  to: string;
  /** Where it leads. */
  page: string;
  about: string;
  /** Such as `2018年10月10日 16:00`. */
  time: string;
  note: string;
}

/**
 * `sent`; `refused`, the person has not agreed or takes none; `failed`, WeChat could not be asked or would not say, and nobody
 * knows whether it went out; `not-set-up` when the deployment has no template.
 */
export type MessageResult = 'sent' | 'refused' | 'failed' | 'not-set-up';

/** WeChat's codes for a person who takes no message: not agreed, or no longer a user. */
const refusals: ReadonlySet<unknown> = new Set([43101, 40003]);

function thing(text: string): { value: string } {
  const characters = Array.from(text);
  const value =
    characters.length > longestThing ? `${characters.slice(0, longestThing - 1).join('')}…` : text;
  return { value };
}

/** Sends one subscription message, once: it is never tried again here. */
export async function sendMessage({
  template,
  to,
  page,
  about,
  time,
  note,
}: Message): Promise<MessageResult> {
  const templateId = optionalSetting(templates[template]);
  if (templateId === null) return 'not-set-up';
  try {
    await cloud.openapi.subscribeMessage.send({
      touser: to,
      templateId,
      page,
      data: { thing1: thing(about), time2: { value: time }, thing3: thing(note) },
    });
    return 'sent';
  } catch (error) {
    const { code, text } = sdkFailure(error);
    if (refusals.has(code)) return 'refused';
    console.warn('A message could not be sent.', text);
    return 'failed';
  }
}
