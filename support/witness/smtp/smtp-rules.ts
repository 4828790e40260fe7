/** What SMTP and LMTP share of rules; each is known by its protocol and its name. */

export type SmtpProtocol = 'smtp' | 'lmtp';

export const SHARED_RULES = [
  'code',
  'line-end',
  'separator',
  'same-code',
  'line-length',
  'text',
  'text-follows',
  'greeting-names-server',
  'hello-names-server',
  'keyword',
  'keyword-registered',
  'keyword-parameters',
  'utf8-with-8bit',
  'status-code',
  'status-code-form',
  'status-code-class',
  'status-code-registered',
  'asked',
  'quit-is-last',
  'intermediate-after-data',
  'success-code',
  'sequence',
] as const;

/** What parts of a mail system hardly ask of another: logins, TLS begun in the middle, replies of several lines. */
export const SMTP_RULES = [
  'status-code-on-each-line',
  'challenge',
  'challenge-in-auth',
  'auth-once',
  'auth-outside-transaction',
  'no-second-tls',
] as const;

export const LMTP_RULES = ['no-hello', 'data-needs-recipient', 'reply-for-each-recipient'] as const;

export type SmtpRule = (typeof SHARED_RULES)[number] | (typeof SMTP_RULES)[number] | (typeof LMTP_RULES)[number];

/** Holds the reply that is looked at against a rule. */
export interface Check {
  check(rule: SmtpRule, holds: boolean, why: string, at?: number): boolean;
}
