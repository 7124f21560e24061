import type { PresentedDay } from '../../copy/present-days';

/** The week at a glance; `choose` is sent with the day that is tapped. */
Component({
  properties: {
    days: { type: Array, value: [] as PresentedDay[] },
    chosen: { type: String, value: '' },
  },
  methods: {
    onTap({ currentTarget }: WechatMiniprogram.Tap<{ index: number }>) {
      const { index } = currentTarget.dataset;
      const chosen = this.data.days[index];
      if (chosen !== undefined) this.triggerEvent('choose', { day: chosen.day });
    },
  },
});
