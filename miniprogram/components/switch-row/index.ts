/** Something that is or is not so, with the whole row to touch; `change` is sent with the new value. */
Component({
  properties: {
    label: { type: String, value: '' },
    hint: { type: String, value: '' },
    /** Whether the hint is bad news. */
    isWarning: { type: Boolean, value: false },
    value: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      this.triggerEvent('change', { value: !this.data.value });
    },
  },
});
