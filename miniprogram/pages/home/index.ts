import { AppError } from '#shared/refusal/errors';
import { openHome } from '#shared/contract/public/open-home';
import { openPage, sharedPath, showTab } from '../../platform/navigation';
import { callCloud } from '../../services/call-cloud';
import { chooseDay } from '../../services/chosen-day';
import { definePage } from '../../services/define-page';
import { keepHome, lastHome } from '../../services/last-home';
import { presentHome, type PresentedHome } from './present-home';

definePage({
  data: {
    home: null as PresentedHome | null,
    today: '',
    isStale: false,
  },

  async load() {
    try {
      const home = await callCloud(openHome, {});
      keepHome(home);
      this.setData({ home: presentHome(home), today: home.day, isStale: false });
    } catch (error) {
      const isOutOfReach = error instanceof AppError && error.refusal.code === 'UNAVAILABLE';
      const last = isOutOfReach ? lastHome() : null;
      if (last === null) throw error;
      this.setData({ home: presentHome(last), today: last.day, isStale: true });
    }
  },

  /** What was logged meanwhile is there when one comes back. */
  onShow() {
    if (this.data.status === 'ready') void this.refresh();
  },

  onShareAppMessage() {
    return { title: this.data.home?.title ?? '双创周', path: sharedPath('home') };
  },

  methods: {
    async onDay({ detail }: WechatMiniprogram.CustomEvent<{ day: string }>) {
      chooseDay(detail.day);
      await showTab('activities');
    },

    async onWholeWeek() {
      chooseDay(null);
      await showTab('activities');
    },

    async onActivity({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      await openPage('activity', { id: detail.id });
    },

    async onDesk({ currentTarget }: WechatMiniprogram.Tap<{ page: 'workbench' | 'summary' }>) {
      const { page } = currentTarget.dataset;
      await openPage(page);
    },
  },
});
