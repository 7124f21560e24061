import { openWorkbench } from '#shared/contract/open-workbench';
import { openPage } from '../../../platform/navigation';
import { callCloud } from '../../../services/call-cloud';
import { definePage } from '../../../services/define-page';
import { explainFailure } from '../../../services/explain-failure';
import { everySecond } from '../../../services/every-second';
import { serverNow } from '../../../services/server-clock';
import { describeCollecting, presentOwn, type OwnCard } from './present-workbench';

let stopClock: (() => void) | null = null;

definePage({
  data: {
    unit: '',
    cutOff: '',
    collecting: null as { day: string; closesAt: number } | null,
    collectingText: '',
    cards: [] as OwnCard[],
    next: null as string | null,
    isLoadingMore: false,
  },

  async load() {
    const { unit, edition, collecting, activities, next } = await callCloud(openWorkbench, { after: null });
    this.setData({
      unit: unit.name,
      cutOff: edition.cutOff,
      collecting,
      cards: activities.map(presentOwn),
      next,
    });
    this.startClock();
  },

  onShow() {
    if (this.data.status === 'ready') void this.refresh();
  },

  onHide() {
    stopClock?.();
  },

  onUnload() {
    stopClock?.();
  },

  onReachBottom() {
    void this.showMore();
  },

  methods: {
    startClock() {
      stopClock?.();
      stopClock = everySecond(() => {
        const { collecting, cutOff } = this.data;
        const collectingText = describeCollecting(collecting, cutOff, serverNow());
        if (collectingText !== this.data.collectingText) this.setData({ collectingText });
      });
    },

    async onNew() {
      await openPage('logActivity');
    },

    async onChange({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { id } = currentTarget.dataset as { id: string };
      await openPage('logActivity', { id });
    },

    async showMore() {
      const { next, isLoadingMore, cards } = this.data;
      if (next === null || isLoadingMore) return;
      this.setData({ isLoadingMore: true });
      try {
        const more = await callCloud(openWorkbench, { after: next });
        // The list was begun anew meanwhile: these do not continue it.
        if (this.data.next !== next) {
          this.setData({ isLoadingMore: false });
          return;
        }
        const added = Object.fromEntries(
          more.activities.map((each, index) => [`cards[${cards.length + index}]`, presentOwn(each)]),
        );
        this.setData({ ...added, next: more.next, isLoadingMore: false });
      } catch (error) {
        this.setData({ isLoadingMore: false });
        await explainFailure(error);
      }
    },
  },
});
