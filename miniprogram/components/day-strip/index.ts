import type { PresentedDay } from '../../copy/present-days';

/** The week at a glance; `choose` is sent with the day that is tapped. */
Component({
  properties: {
    days: { type: Array, value: [] as PresentedDay[] },
    chosen: { type: String, value: '' },
  },
  methods: {
    onTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { index } = currentTarget.dataset as { index: number };
      const { day } = this.data.days[index] as PresentedDay;
      this.triggerEvent('choose', { day });
    },
  },
});
