import { listActivities } from '#shared/contract/list-activities';
import type { Day } from '#shared/week/guangdong-time';
import { presentCard, type PresentedCard } from '../../copy/present-activity';
import { presentDays, type PresentedDay } from '../../copy/present-days';
import { openPage, sharedPath } from '../../platform/navigation';
import { callCloud } from '../../services/call-cloud';
import { takeChosenDay } from '../../services/chosen-day';
import { definePage } from '../../services/define-page';
import { explainFailure } from '../../services/explain-failure';

definePage({
  data: {
    days: [] as PresentedDay[],
    day: null as Day | null,
    chosen: 'week',
    cards: [] as PresentedCard[],
    next: null as string | null,
    isLoadingMore: false,
    isSwitching: false,
  },

  async load() {
    const chosen = takeChosenDay();
    const day = chosen === undefined ? this.data.day : chosen;
    const asked = this.data.day;
    const { days, total, activities, next } = await callCloud(listActivities, { day, after: null });
    // Another day was chosen meanwhile: its own answer is what counts.
    if (this.data.day !== asked) return;
    this.setData({
      days: presentDays(days, total),
      day,
      chosen: day ?? 'week',
      cards: activities.map(presentCard),
      next,
      isSwitching: false,
    });
  },

  onShow() {
    if (this.data.status === 'loading') return;
    const chosen = takeChosenDay();
    if (chosen !== undefined && chosen !== this.data.day) void this.showDay(chosen);
  },

  onShareAppMessage() {
    return { title: '双创周活动一览', path: sharedPath('activities') };
  },

  onReachBottom() {
    void this.showMore();
  },

  methods: {
    async showDay(day: Day | null) {
      this.setData({ day, chosen: day ?? 'week', isSwitching: true });
      await this.refresh();
    },

    async onDay({ detail }: WechatMiniprogram.CustomEvent<{ day: Day | null }>) {
      await this.showDay(detail.day);
    },

    async onActivity({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      await openPage('activity', { id: detail.id });
    },

    async showMore() {
      const { next, isLoadingMore, cards, day } = this.data;
      if (next === null || isLoadingMore) return;
      this.setData({ isLoadingMore: true });
      try {
        const more = await callCloud(listActivities, { day, after: next });
        // The list was begun anew meanwhile: these cards do not continue it.
        if (this.data.day !== day || this.data.next !== next) {
          this.setData({ isLoadingMore: false });
          return;
        }
        const added = Object.fromEntries(
          more.activities.map((card, index) => [`cards[${cards.length + index}]`, presentCard(card)]),
        );
        this.setData({ ...added, next: more.next, isLoadingMore: false });
      } catch (error) {
        this.setData({ isLoadingMore: false });
        await explainFailure(error);
      }
    },
  },
});
