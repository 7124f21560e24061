import { listActivities } from '#shared/contract/public/list-activities';
import type { Day } from '#shared/ground/guangdong-time';
import { presentCard, type PresentedCard } from '../../copy/present-activity';
import { presentDays, type PresentedDay } from '../../copy/present-days';
import { openPage, sharedPath } from '../../platform/navigation';
import { callCloud } from '../../services/call-cloud';
import { takeChosenDay } from '../../services/chosen-day';
import { definePage } from '../../services/define-page';
import { showNextPage } from '../../services/show-next-page';

definePage({
  data: {
    days: [] as PresentedDay[],
    day: null as Day | null,
    chosen: 'week',
    cards: [] as PresentedCard[],
    /** How many are held, as the strip of days says: what is cancelled is shown and not counted. */
    held: 0,
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
      held: day === null ? total : (days.find((each) => each.day === day)?.count ?? 0),
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
      const before = this.data.day;
      this.setData({ day, chosen: day ?? 'week', isSwitching: true });
      if (await this.refresh()) return;
      if (this.data.day === day) this.setData({ day: before, chosen: before ?? 'week', isSwitching: false });
    },

    async onDay({ detail }: WechatMiniprogram.CustomEvent<{ day: Day | null }>) {
      await this.showDay(detail.day);
    },

    async onActivity({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      await openPage('activity', { id: detail.id });
    },

    async showMore() {
      await showNextPage(this, {
        list: 'cards',
        shown: this.data.cards.length,
        bring: async (after) => {
          const { activities, next } = await callCloud(listActivities, { day: this.data.day, after });
          return { cards: activities.map(presentCard), next };
        },
      });
    },
  },
});
