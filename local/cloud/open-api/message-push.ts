import type { FunctionRunner } from '../functions/function-runner';
import { APP_ID } from '../platform-names';

/** WeChat takes seconds to minutes to look at a picture; a laptop waits just long enough for the asking function to be done. */
const LOOKING_MS = 300;

/** What WeChat says of a picture once it has looked. */
export interface MediaVerdict {
  suggest: string;
  /** How often the message is sent: 0, it is lost; 2, it comes twice. */
  copies: number;
}

/**
 * WeChat's messages to the mini-program (消息推送), delivered to the one function that the console names for them. The function runs as
 * the person the message is about. Which `SOURCE` such a call has is not documented; it is none of a phone's.
 */
export class MessagePush {
  readonly #running = new Set<Promise<unknown>>();
  readonly #waiting = new Set<NodeJS.Timeout>();

  constructor(
    private readonly runner: Pick<FunctionRunner, 'run'>,
    private readonly functionName: string | undefined,
    private readonly now: () => number,
    private readonly log: (line: string) => void,
  ) {}

  /** Delivers a message now; gives the JSON text of what the function answers, undefined when none is named. */
  async deliver(event: Record<string, unknown>): Promise<string | undefined> {
    if (this.functionName === undefined) return undefined;
    const { FromUserName: openid } = event;
    return this.runner.run({
      name: this.functionName,
      event,
      source: 'wx_unknown',
      ...(typeof openid === 'string' ? { openid } : {}),
    });
  }

  /** Sends what was found of a picture, after a while. */
  sendVerdict(traceId: string, openid: unknown, { suggest, copies }: MediaVerdict): void {
    const event = {
      ToUserName: APP_ID,
      FromUserName: openid,
      CreateTime: Math.floor(this.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: APP_ID,
      trace_id: traceId,
      version: 2,
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label: suggest === 'pass' ? 100 : 20001 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label: suggest === 'pass' ? 100 : 20001 }],
    };
    for (let copy = 0; copy < copies; copy += 1) this.#sendLater(event);
  }

  /** Settles when every message that was on its way is delivered. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  stop(): void {
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
    this.#running.clear();
  }

  #sendLater(event: Record<string, unknown>): void {
    const sent = this.#afterLooking()
      .then(() => this.deliver(event))
      .catch((error: unknown) => {
        this.log(`消息推送失败：${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => this.#running.delete(sent));
    this.#running.add(sent);
  }

  #afterLooking(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(timer);
        resolve();
      }, LOOKING_MS);
      this.#waiting.add(timer);
    });
  }
}
