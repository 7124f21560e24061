/** What a deployment would set for its functions; here it guards nothing but the demo. */
export function demoSettings({ smtpUrl }: { smtpUrl: string }): Readonly<Record<string, string>> {
  return {
    HASH_KEY: 'demo-key-that-protects-only-made-up-people',
    AUDIT_KEY: '1:demo-key-that-ties-only-a-made-up-audit',
    CLAIM_CODE: 'DEMO-2018-CLAIM',
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'demo@localhost.example',
    TEMPLATE_REMINDER: 'demo-template-reminder',
    TEMPLATE_NUDGE: 'demo-template-nudge',
    TEMPLATE_RETURNED: 'demo-template-returned',
    TEMPLATE_NOTICE: 'demo-template-notice',
  };
}
