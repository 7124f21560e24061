/**
 * What a deployment sets for its functions (环境变量), each in `cloudbaserc.json`:
 * `AUDIT_KEY`, the keys that tie the audit together, each with its number, the one that is written with first: `2:new 1:old`. They
 * protect against whoever has the database and no function; what they do not show, the copies outside the database do;
 * `CLAIM_CODE`, the one-time code that makes the first bureau staff member;
 * `HASH_KEY`, the secret that keyed hashes and check-in codes are made with;
 * `SMTP_URL` and `MAIL_FROM`, the mail server and the address mail comes from;
 * `TEMPLATE_REMINDER`, `TEMPLATE_NUDGE`, `TEMPLATE_RETURNED` and `TEMPLATE_NOTICE`, the subscription messages' templates.
 */
export type SettingName =
  | 'AUDIT_KEY'
  | 'CLAIM_CODE'
  | 'HASH_KEY'
  | 'SMTP_URL'
  | 'MAIL_FROM'
  | 'TEMPLATE_REMINDER'
  | 'TEMPLATE_NUDGE'
  | 'TEMPLATE_RETURNED'
  | 'TEMPLATE_NOTICE';

/** A setting's value; null when the deployment gives none. */
export function optionalSetting(name: SettingName): string | null {
  const value = process.env[name];
  return value === undefined || value === '' ? null : value;
}

/** A setting's value. A deployment without it is not complete, which is for its log and not for a person. */
export function requiredSetting(name: SettingName): string {
  const value = optionalSetting(name);
  if (value === null) throw new Error(`The deployment does not set ${name}`);
  return value;
}
