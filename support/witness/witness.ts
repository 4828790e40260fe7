/**
 * Judges every octet that the target writes in a process's scenarios, by grammar and by what its session allows. It blames no scenario:
 * what it saw goes into the messages, and a scenario of its own for each rule is told of it.
 */
import type { ProtocolName } from '../dialogue/dialogue';
import type { Recording } from '../wire/recording';
import { ImapWitness } from './imap/session';
import { Ledger, type Testimony } from './ledger';
import { Pop3Witness } from './pop3/session';
import type { Rule } from './rules';
import { SmtpWitness } from './smtp/session';

/** One session, from the first octet to the last. */
export interface SessionWitness {
  sent(octets: Buffer): void;
  came(octets: Buffer): void;
}

const WITNESSES: Readonly<Record<string, (ledger: Ledger) => SessionWitness>> = {
  smtp: (ledger) => new SmtpWitness('smtp', ledger),
  lmtp: (ledger) => new SmtpWitness('lmtp', ledger),
  pop3: (ledger) => new Pop3Witness(ledger),
  imap: (ledger) => new ImapWitness(ledger),
};

export class Witness {
  private readonly exercised = new Set<ProtocolName>();
  private readonly told = new Set<Rule>();

  /** Whether this process has still to play the exercise of a protocol; asked once. */
  beginsExercise(protocol: ProtocolName): boolean {
    return this.exercised.size < this.exercised.add(protocol).size;
  }

  /** @returns what is new in it; undefined where nothing is */
  judge(recordings: readonly Recording[], mask: (text: string) => string): Testimony | undefined {
    const ledger = new Ledger(mask);
    for (const recording of recordings) hear(recording, ledger);
    const applied = [...ledger.applied].filter((rule) => !this.told.has(rule));
    for (const rule of applied) this.told.add(rule);
    const { broken } = ledger;
    return applied.length + broken.length > 0 ? { applied, broken } : undefined;
  }
}

/** Has a session judged by what its protocol allows. */
export function hear(recording: Recording, ledger: Ledger): void {
  const witness = WITNESSES[recording.protocol]?.(ledger);
  if (witness === undefined) return;
  for (const { from, octets } of recording.turns()) {
    if (from === 'C') witness.sent(octets);
    else if (isRecord(octets)) return;
    else witness.came(octets);
  }
}

/** TLS that the client writes by hand, which the wire knows nothing of: a record, and no reply (RFC 8446 §5.1). */
function isRecord(octets: Buffer): boolean {
  return octets.length > 1 && octets[0]! >= 20 && octets[0]! <= 23 && octets[1] === 3;
}
