import { AppError, refuse } from '#shared/refusal/errors';
import { explainRefusal, type Explanation } from '../copy/refusals';
import { tell } from '../platform/feedback';
import { textScaleStyle } from '../platform/large-text';
import { endPullDown } from '../platform/pull-down';
import { everySecond } from './every-second';

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
export type PageThis<Data extends object, Own, Methods> = WechatMiniprogram.Page.InstanceProperties &
  WechatMiniprogram.Page.InstanceMethods<Data & PageState> &
  Methods & {
    data: Data & PageState;
    /** What this page on the stack has for itself and does not draw. */
    own: Own;
    /** Loads again, from the start, showing that it does. */
    reload(): Promise<void>;
    /** Loads again behind what is shown, which stays when that fails; whether it was brought. */
    refresh(): Promise<boolean>;
  };

interface PageOptions<Data extends object, Own, Methods extends object> {
  data: Data;
  /** Makes what every page of this kind has for itself beside its data: it is there from loading on, and goes with the page. */
  own?(this: void): Own;
  /** What the page does when something is tapped or typed. */
  methods?: Methods;
  /** Brings the page's content; what it throws becomes the page's failure. */
  load(query: Query): Promise<void>;
  /** Runs when the page was loaded and when it is shown again, and then every second as long as it is seen. */
  onSecond?(): void;
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

/** What is known of a page on the stack besides what it shows. */
interface OnStack {
  query: Query;
  isSeen: boolean;
  stopClock: () => void;
}

/**
 * Makes a page, the one way there is: it loads, shows that it loads, shows why it could not and tries again,
 * follows the person's text size, and loads again when pulled down.
 */
export function definePage<Data extends object, Methods extends object, Own = undefined>(
  options: PageOptions<Data, Own, Methods> & ThisType<PageThis<Data, Own, Methods>>,
): void {
  type This = PageThis<Data, Own, Methods>;
  const { data, own, methods, ...lifetimes } = options;
  const state: PageState = { status: 'loading', failure: null, pageStyle: '' };
  const stack = new WeakMap<object, OnStack>();

  function onStack(page: This): OnStack {
    const known = stack.get(page) ?? { query: {}, isSeen: true, stopClock: () => undefined };
    stack.set(page, known);
    return known;
  }

  function startClock(page: This): void {
    const known = onStack(page);
    known.stopClock();
    if (options.onSecond === undefined || !known.isSeen) return;
    known.stopClock = everySecond(() => {
      options.onSecond?.call(page);
    });
  }

  function leave(page: This): void {
    const known = onStack(page);
    known.isSeen = false;
    known.stopClock();
  }

  async function load(page: This): Promise<void> {
    await options.load.call(page, onStack(page).query);
    startClock(page);
  }

  async function bring(page: This): Promise<boolean> {
    try {
      await load(page);
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
    async onLoad(this: This, query: Query) {
      onStack(this).query = query;
      if (own !== undefined) this.own = own();
      this.setData({ pageStyle: textScaleStyle() } as Partial<Data & PageState>);
      await bring(this);
    },
    onShow(this: This) {
      onStack(this).isSeen = true;
      if (this.data.status === 'ready') startClock(this);
      options.onShow?.call(this);
    },
    onHide(this: This) {
      leave(this);
      options.onHide?.call(this);
    },
    onUnload(this: This) {
      leave(this);
      options.onUnload?.call(this);
    },
    async reload(this: This) {
      onStack(this).stopClock();
      this.setData({ status: 'loading', failure: null } as Partial<Data & PageState>);
      await bring(this);
    },
    async refresh(this: This) {
      if (this.data.status !== 'ready') return bring(this);
      try {
        await load(this);
        return true;
      } catch (error) {
        tell(toFailure(error).title);
        return false;
      }
    },
    async onPullDownRefresh(this: This) {
      await this.refresh();
      endPullDown();
    },
  });
}
