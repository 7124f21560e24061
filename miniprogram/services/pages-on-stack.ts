import { everySecond } from './every-second';

interface OnStack<Query> {
  query: Query;
  isSeen: boolean;
  stopClock: () => void;
}

/** What is known of the pages of a kind besides what they show: what each was opened with, and its clock, which runs while it is seen. */
export class PagesOnStack<Page extends object, Query> {
  private readonly known = new WeakMap<Page, OnStack<Query>>();

  /**
   * @param nothing the query of a page that was opened with none
   * @param onSecond what a page does each second; absent: it needs no clock
   */
  constructor(
    private readonly nothing: Query,
    private readonly onSecond: ((page: Page) => void) | undefined,
  ) {}

  open(page: Page, query: Query): void {
    this.of(page).query = query;
  }

  queryOf(page: Page): Query {
    return this.of(page).query;
  }

  show(page: Page): void {
    this.of(page).isSeen = true;
  }

  startClock(page: Page): void {
    const known = this.of(page);
    known.stopClock();
    const { onSecond } = this;
    if (onSecond === undefined || !known.isSeen) return;
    known.stopClock = everySecond(() => {
      onSecond(page);
    });
  }

  stopClock(page: Page): void {
    this.of(page).stopClock();
  }

  leave(page: Page): void {
    this.of(page).isSeen = false;
    this.stopClock(page);
  }

  private of(page: Page): OnStack<Query> {
    const known = this.known.get(page) ?? {
      query: this.nothing,
      isSeen: true,
      stopClock: () => undefined,
    };
    this.known.set(page, known);
    return known;
  }
}
