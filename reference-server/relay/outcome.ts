/** What one attempt to hand a message on came to, for each of its recipients. */

import type { Answer } from './answer';

export interface Outcome {
  readonly kind: 'delivered' | 'refused' | 'later';
  /** RFC 3463. */
  readonly status: string;
  /** In words, for the log and for reports. */
  readonly why: string;
  /** Who answered, where somebody did, and what it said: `550 5.1.1 No such user`, with LF between lines. */
  readonly remote?: string;
  readonly diagnostic?: string;
  /** Another place may do better, and a later time will not. */
  readonly elsewhere?: true;
  /** Nobody was reached that takes mail for the destination: whatever else waits for it need not try now. */
  readonly unreached?: true;
  /** Of what was delivered: whether that server tells the sender from here on what becomes of it, as was asked of it (RFC 3461 §5.2.1). */
  readonly notifies?: boolean;
  /** Likewise: whether it went on without a time that was not over (RFC 2852 §4.1.4.2). */
  readonly timeLost?: boolean;
}

export const refused = (status: string, why: string): Outcome => ({ kind: 'refused', status, why });
export const later = (status: string, why: string): Outcome => ({ kind: 'later', status, why });
export const unreached = (status: string, why: string): Outcome => ({ ...later(status, why), unreached: true });

/** What this place cannot do for a message, and another may. */
export const unfit = (status: string, why: string): Outcome => ({ ...refused(status, why), elsewhere: true });

const KINDS = { 2: 'delivered', 4: 'later', 5: 'refused' } as const;

/**
 * What a reply to a command that was to be answered 2xx means: the first digit decides (RFC 5321 §4.2.1). The enhanced code is believed
 * where its class is that of the reply (RFC 2034 §4) and it is well formed (RFC 3464 §2.3.4).
 */
export function outcomeOf({ code, lines }: Answer, remote: string): Outcome {
  const digit = Math.floor(code / 100);
  const kind = KINDS[digit as keyof typeof KINDS] ?? 'later';
  const enhanced = /^([245])(?:\.(?:0|[1-9]\d{0,2})){2}(?= |$)/.exec(lines[0] ?? '');
  const status = enhanced && Number(enhanced[1]) === digit ? enhanced[0] : `${kind === 'later' ? 4 : digit}.0.0`;
  // RFC 3461 §9.2: as it was said, line by line.
  const diagnostic = lines.map((line, i) => `${code}${i === lines.length - 1 ? ' ' : '-'}${line}`).join('\n');
  return { kind, status, why: `${remote} said: ${code} ${lines.join(' ')}`, remote, diagnostic };
}
