import type { Explanation } from '../../copy/refusals';

/** A page's content, or that it is on its way, or why it is not here; `retry` is sent when the person tries again. */
Component({
  properties: {
    status: { type: String, value: 'loading' },
    failure: { type: Object, value: {} as Explanation & { code: string } },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
