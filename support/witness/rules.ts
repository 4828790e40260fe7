/** The rules by name: what the scenarios of features/<protocol>/grammar.feature and invariants.feature are about. */
import type { ProtocolName } from '../dialogue/dialogue';
import { IMAP_RULES, type ImapRule } from './imap/imap-rules';
import { LMTP_RULES, SHARED_RULES, SMTP_RULES, type SmtpProtocol, type SmtpRule } from './smtp/smtp-rules';

export const POP3_RULES = [
  'pop3-indicator',
  'pop3-line-end',
  'pop3-first-line-length',
  'pop3-space-before-text',
  'pop3-text',
  'pop3-response-code',
  'pop3-greeting-timestamp',
  'pop3-stuffing',
  'pop3-capability',
  'pop3-capability-length',
  'pop3-capability-arguments',
  'pop3-drop-listing',
  'pop3-scan-listing',
  'pop3-unique-id-listing',
  'pop3-language-listing',
  'pop3-challenge',
  'pop3-asked',
  'pop3-challenge-in-auth',
  'pop3-quit-is-last',
  'pop3-before-login',
  'pop3-after-login',
  'pop3-number-as-asked',
  'pop3-no-such-message',
  'pop3-marked-refused',
  'pop3-marked-not-listed',
  'pop3-numbers',
  'pop3-stat-counts',
  'pop3-stat-sums',
  'pop3-size-as-sent',
  'pop3-message-stays',
  'pop3-top-is-the-beginning',
  'pop3-unique-ids-differ',
  'pop3-unique-id-stays',
  'pop3-mechanisms-stay',
  'pop3-values-of-users',
] as const;

/** Protocols that have rules. */
export type WitnessedProtocol = ProtocolName;

type Shared = `${SmtpProtocol}-${SmtpRule}`;

export type Rule = (typeof POP3_RULES)[number] | Shared | ImapRule;

/** Every rule. */
export const RULES: readonly Rule[] = [
  ...[...SHARED_RULES, ...SMTP_RULES].map((name) => `smtp-${name}` as const),
  ...[...SHARED_RULES, ...LMTP_RULES].map((name) => `lmtp-${name}` as const),
  ...POP3_RULES,
  ...IMAP_RULES,
];

/** `smtp-code` is SMTP's. */
export function protocolOf(rule: Rule): WitnessedProtocol {
  return rule.split('-', 1)[0] as WitnessedProtocol;
}
