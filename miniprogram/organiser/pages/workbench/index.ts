import { checkOwnWaiting } from '#shared/contract/record/check-own-waiting';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { openPage } from '../../../platform/navigation';
import { callCloud } from '../../../services/call-cloud';
import { definePage } from '../../../services/define-page';
import { serverNow } from '../../../services/server-clock';
import { showNextPage } from '../../../services/show-next-page';
import { describeCollecting, presentOwn, type OwnCard } from './present-workbench';

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
    const { unit, edition, collecting, activities, next, isOwnWaiting } = await callCloud(openWorkbench, {
      after: null,
    });
    this.setData({
      unit: unit.name,
      cutOff: edition.cutOff,
      collecting,
      cards: activities.map(presentOwn),
      next,
    });
    if (isOwnWaiting) void this.haveOwnChecked();
  },

  onShow() {
    if (this.data.status === 'ready') void this.refresh();
  },

  onSecond() {
    const { collecting, cutOff } = this.data;
    const hasClosed = collecting !== null && serverNow() >= collecting.closesAt;
    if (hasClosed) {
      this.setData({ collecting: null });
      void this.refresh();
    }
    const collectingText = describeCollecting(collecting, cutOff, serverNow());
    if (collectingText !== this.data.collectingText) this.setData({ collectingText });
  },

  onReachBottom() {
    void this.showMore();
  },

  methods: {
    /** WeChat answers now that the author is here; the list shows what came of it the next time. */
    async haveOwnChecked() {
      try {
        await callCloud(checkOwnWaiting, {});
      } catch (error) {
        console.info('What waits for the content check is asked about the next time.', error);
      }
    },

    async onNew() {
      await openPage('logActivity');
    },

    async onChange({ currentTarget }: WechatMiniprogram.Tap<{ id: string }>) {
      const { id } = currentTarget.dataset;
      await openPage('logActivity', { id });
    },

    async showMore() {
      await showNextPage(this, {
        list: 'cards',
        shown: this.data.cards.length,
        bring: async (after) => {
          const { activities, next } = await callCloud(openWorkbench, { after });
          return { cards: activities.map(presentOwn), next };
        },
      });
    },
  },
});
