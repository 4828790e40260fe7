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
    if (from === 'C') {
      witness.sent(octets);
      continue;
    }
    const record = recordIn(octets, recording);
    witness.came(octets.subarray(0, record));
    if (record < octets.length) return;
  }
}

const ASKS_FOR_TLS = /\b(?:STARTTLS|STLS)\b/i;
/**
 * TLS that the wire knows nothing of: the client wrote it by hand, or sent something else where the handshake was due. A record, and no
 * reply (RFC 8446 §5.1): it stands first, or behind the line that says go ahead.
 * @returns where it begins; the end where there is none
 */
function recordIn(octets: Buffer, recording: Recording): number {
  if (isRecord(octets, 0)) return 0;
  for (const type of RECORDS) {
    const feed = octets.indexOf(Buffer.from([10, type, 3]));
    if (feed >= 0 && isRecord(octets, feed + 1) && asksForTls(recording)) return feed + 1;
  }
  return octets.length;
}

/** Types of records: change_cipher_spec, alert, handshake, application_data. */
const RECORDS = [20, 21, 22, 23];

function isRecord(octets: Buffer, at: number): boolean {
  return at + 1 < octets.length && RECORDS.includes(octets[at]!) && octets[at + 1] === 3;
}

function asksForTls(recording: Recording): boolean {
  return [...recording.turns()].some(
    ({ from, octets }) => from === 'C' && ASKS_FOR_TLS.test(octets.toString('latin1')),
  );
}
