import { AppError, refuse } from '#shared/refusal/errors';
import { explainRefusal, type Explanation } from '../copy/refusals';
import { tell } from '../platform/feedback';
import { textScaleStyle } from '../platform/large-text';
import { endPullDown } from '../platform/pull-down';
import { PagesOnStack } from './pages-on-stack';

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

/** What a page does as it comes into sight and goes: its clock runs while it is seen. */
function whileSeen<This extends { data: PageState }>(
  stack: PagesOnStack<This, Query>,
  options: Pick<PageOptions<object, unknown, object>, 'onShow' | 'onHide' | 'onUnload'>,
) {
  return {
    onShow(this: This) {
      stack.show(this);
      if (this.data.status === 'ready') stack.startClock(this);
      options.onShow?.call(this);
    },
    onHide(this: This) {
      stack.leave(this);
      options.onHide?.call(this);
    },
    onUnload(this: This) {
      stack.leave(this);
      options.onUnload?.call(this);
    },
  };
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
  const stack = new PagesOnStack<This, Query>(
    {},
    options.onSecond && ((page) => options.onSecond?.call(page)),
  );

  async function load(page: This): Promise<void> {
    await options.load.call(page, stack.queryOf(page));
    stack.startClock(page);
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
      stack.open(this, query);
      if (own !== undefined) this.own = own();
      this.setData({ pageStyle: textScaleStyle() } as Partial<Data & PageState>);
      await bring(this);
    },
    ...whileSeen(stack, options),
    async reload(this: This) {
      stack.stopClock(this);
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
