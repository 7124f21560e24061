/** One choice out of a few, all in view; `choose` is sent with the value. */
Component({
  properties: {
    label: { type: String, value: '' },
    /** `{ value, label }` each. */
    choices: { type: Array, value: [] as { value: string; label: string }[] },
    value: { type: String, value: '' },
  },
  methods: {
    onTap({ currentTarget }: WechatMiniprogram.Tap<{ value: string }>) {
      const { value } = currentTarget.dataset;
      if (value !== this.data.value) this.triggerEvent('choose', { value });
    },
  },
});
