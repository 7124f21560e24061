/** A field of a form: its label, whether it must be filled in, the control itself, and what is wrong with it. */
Component({
  properties: {
    label: { type: String, value: '' },
    isRequired: { type: Boolean, value: false },
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
  },
});
