import type { Invocation } from '../functions/invocation';
import { defaultAnswers, type Visitors } from './default-answers';
import type { MediaVerdict } from './message-push';
import type { OpenApiAnswer } from './open-api-wire';

/** What a function asked WeChat, and what it was told. */
export interface OpenApiCall {
  apiName: string;
  parameters: Record<string, unknown>;
  functionName: string;
  openid?: string;
  /** Simulated time. */
  at: string;
  answer: Record<string, unknown>;
}

/** An answer that somebody set for the next calls of an interface. */
interface SetAnswer {
  answer: Record<string, unknown>;
  /** Absent: until another answer is set. */
  times?: number;
}

const NOT_PERMITTED = -604101;
const UNKNOWN_API = -604100;
const CALLS_KEPT = 1000;

const MEDIA_CHECK = 'security.mediaCheckAsync';
/** The message in which the answer to `MEDIA_CHECK` comes: set like an answer, with `suggest` and `copies`. */
const MEDIA_VERDICT = 'wxa_media_check';

/** WeChat's server interfaces: they do nothing but record what they were asked and answer as they would. */
export class OpenApi {
  readonly calls: OpenApiCall[] = [];
  readonly #answers = new Map<string, SetAnswer>();

  constructor(
    private readonly now: () => number,
    private readonly visitors: Visitors,
    private readonly sendVerdict: (traceId: string, openid: unknown, verdict: MediaVerdict) => void,
  ) {}

  /** Sets the answer of an interface; null brings back the usual one. */
  setAnswer(apiName: string, answer: Record<string, unknown> | null, times?: number): void {
    if (answer === null) this.#answers.delete(apiName);
    else this.#answers.set(apiName, { answer, ...(times === undefined ? {} : { times }) });
  }

  call(
    apiName: string,
    parameters: Record<string, unknown>,
    invocation: Invocation,
    permitted: ReadonlySet<string>,
  ): OpenApiAnswer {
    const answer = permitted.has(apiName) ? this.#answer(apiName, parameters) : { errorCode: NOT_PERMITTED };
    this.calls.push({
      apiName,
      parameters,
      functionName: invocation.functionName,
      ...(invocation.openid === undefined ? {} : { openid: invocation.openid }),
      at: new Date(this.now()).toISOString(),
      answer: describe(answer),
    });
    if (this.calls.length > CALLS_KEPT) this.calls.shift();
    if (apiName === MEDIA_CHECK && 'json' in answer) this.#answerLater(answer.json, parameters);
    return answer;
  }

  #answer(apiName: string, parameters: Record<string, unknown>): OpenApiAnswer {
    const set = this.#takeSetAnswer(apiName);
    if (set) return { json: set };
    const usual = defaultAnswers[apiName];
    return usual ? usual(parameters, this.visitors) : { errorCode: UNKNOWN_API };
  }

  #takeSetAnswer(name: string): Record<string, unknown> | undefined {
    const set = this.#answers.get(name);
    if (set?.times !== undefined) {
      set.times -= 1;
      if (set.times <= 0) this.#answers.delete(name);
    }
    return set?.answer;
  }

  #answerLater({ trace_id: traceId }: Record<string, unknown>, { openid }: Record<string, unknown>): void {
    if (typeof traceId !== 'string') return;
    const { suggest = 'pass', copies = 1 } = this.#takeSetAnswer(MEDIA_VERDICT) ?? {};
    this.sendVerdict(traceId, openid, { suggest: String(suggest), copies: Number(copies) });
  }
}

const describe = (answer: OpenApiAnswer): Record<string, unknown> =>
  'json' in answer ? answer.json : { errcode: answer.errorCode };
