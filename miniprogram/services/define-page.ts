import { AppError, refuse } from '#shared/refusal/errors';
import { explainRefusal, type Explanation } from '../copy/refusals';
import { tell } from '../platform/feedback';
import { textScaleStyle } from '../platform/large-text';
import { endPullDown } from '../platform/pull-down';

/** A failure as pages show it: in words, with its code. */
export type Failure = Explanation & { code: string };

/** What every page has besides its own data. */
export interface PageState {
  status: 'loading' | 'ready' | 'failed';
  failure: Failure | null;
  /** The root's style, which carries the person's text size. */
  pageStyle: string;
}

export type Query = Record<string, string | undefined>;

/** A page as its own methods see it. */
export type PageThis<Data extends object, Methods> = WechatMiniprogram.Page.InstanceProperties &
  WechatMiniprogram.Page.InstanceMethods<Data & PageState> &
  Methods & {
    data: Data & PageState;
    /** Loads again, from the start, showing that it does. */
    reload(): Promise<void>;
    /** Loads again behind what is shown, which stays when that fails; whether it was brought. */
    refresh(): Promise<boolean>;
  };

interface PageOptions<Data extends object, Methods extends object> {
  data: Data;
  /** What the page does when something is tapped or typed. */
  methods?: Methods;
  /** Brings the page's content; what it throws becomes the page's failure. */
  load(query: Query): Promise<void>;
  onShow?(): void;
  onHide?(): void;
  onUnload?(): void;
  onReachBottom?(): void;
  onShareAppMessage?(): { title: string; path: string };
}

/**
 * A refusal in words. Anything else is a mistake of ours: the console has it whole, and the person reads that it could
 * not be done, since a page that says nothing would seem to load for ever.
 */
export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) return explainRefusal(error.refusal);
  console.error('This is a mistake in the mini-program.', error);
  return explainRefusal(refuse('UNAVAILABLE', { requestId: '' }).refusal);
}

/**
 * Makes a page, the one way there is: it loads, shows that it loads, shows why it could not and tries again,
 * follows the person's text size, and loads again when pulled down.
 */
export function definePage<Data extends object, Methods extends object>(
  options: PageOptions<Data, Methods> & ThisType<PageThis<Data, Methods>>,
): void {
  const { data, methods, ...lifetimes } = options;
  const state: PageState = { status: 'loading', failure: null, pageStyle: '' };
  const queries = new WeakMap<object, Query>();

  async function bring(page: PageThis<Data, Methods>): Promise<boolean> {
    try {
      await options.load.call(page, queries.get(page) ?? {});
      page.setData({ status: 'ready', failure: null } as Partial<Data & PageState>);
      return true;
    } catch (error) {
      page.setData({ status: 'failed', failure: toFailure(error) } as Partial<Data & PageState>);
      return false;
    }
  }

  Page({
    ...lifetimes,
    ...methods,
    data: { ...data, ...state },
    async onLoad(this: PageThis<Data, Methods>, query: Query) {
      queries.set(this, query);
      this.setData({ pageStyle: textScaleStyle() } as Partial<Data & PageState>);
      await bring(this);
    },
    async reload(this: PageThis<Data, Methods>) {
      this.setData({ status: 'loading', failure: null } as Partial<Data & PageState>);
      await bring(this);
    },
    async refresh(this: PageThis<Data, Methods>) {
      if (this.data.status !== 'ready') return bring(this);
      try {
        await options.load.call(this, queries.get(this) ?? {});
        return true;
      } catch (error) {
        tell(toFailure(error).title);
        return false;
      }
    },
    async onPullDownRefresh(this: PageThis<Data, Methods>) {
      await this.refresh();
      endPullDown();
    },
  });
}
