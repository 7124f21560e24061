import type { PresentedCard } from '../../copy/present-activity';

/** An activity in a list; `open` is sent when it is tapped. */
Component({
  properties: {
    card: { type: Object, value: {} as PresentedCard },
  },
  methods: {
    onTap() {
      this.triggerEvent('open', { id: this.data.card.id });
    },
  },
});
