import { explainFailure } from './explain-failure';

/** A page that shows a list, as far as the list's end is concerned. */
interface ListPage {
  data: { next: string | null; isLoadingMore: boolean };
  setData(data: Record<string, unknown>): void;
}

interface NextPage {
  /** The list in the page's data, and how many it shows. */
  list: string;
  shown: number;
  /** What comes after a place in the list, ready to be shown. */
  bring: (after: string) => Promise<{ cards: readonly unknown[]; next: string | null }>;
}

/** Brings a list's next page behind what is shown: only the new cards go to the screen. */
export async function showNextPage(page: ListPage, { list, shown, bring }: NextPage): Promise<void> {
  const { next, isLoadingMore } = page.data;
  if (next === null || isLoadingMore) return;
  page.setData({ isLoadingMore: true });
  try {
    const more = await bring(next);
    // A list that was begun anew meanwhile is not continued by these cards.
    if (page.data.next === next) {
      const added = more.cards.map((card, index) => [`${list}[${shown + index}]`, card] as const);
      page.setData({ ...Object.fromEntries(added), next: more.next });
    }
    page.setData({ isLoadingMore: false });
  } catch (error) {
    page.setData({ isLoadingMore: false });
    await explainFailure(error);
  }
}
