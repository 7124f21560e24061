/** What a deployment would set for its functions; here it guards nothing but the demo. */
export const demoSettings: Readonly<Record<string, string>> = {
  HASH_KEY: 'demo-key-that-protects-only-made-up-people',
  CLAIM_CODE: 'DEMO-2018-CLAIM',
  TEMPLATE_REMINDER: 'demo-template-reminder',
  TEMPLATE_NUDGE: 'demo-template-nudge',
  TEMPLATE_RETURNED: 'demo-template-returned',
};
