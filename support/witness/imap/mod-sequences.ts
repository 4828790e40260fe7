/** Mod-sequences as a session's responses show them (RFC 7162 §3.1). */
import type { Ledger } from '../ledger';
import type { ImapCommand } from './commands';
import type { Fetched } from './fetch';
import type { Response } from './response';

/** What makes a client known as one that knows mod-sequences (RFC 7162 §3.1), as far as it is certain: in their usual spelling. */
const ENABLING: readonly RegExp[] = [
  /^\S+ (?:SELECT|EXAMINE) (?:"[^"\\]*"|[^\s"{(]+) \(CONDSTORE\)$/i,
  /^\S+ STATUS (?:"[^"\\]*"|[^\s"{(]+) \((?:[A-Z]+ )*HIGHESTMODSEQ(?: [A-Z]+)*\)$/i,
  /^\S+ (?:UID )?FETCH [\d:*,]+ \((?:[A-Z]+ )*MODSEQ(?: [A-Z]+)*\)$/i,
  /^\S+ (?:UID )?FETCH [\d:*,]+ (?:\([A-Z ]+\)|[A-Z]+) \(CHANGEDSINCE \d+\)$/i,
  /^\S+ (?:UID )?STORE [\d:*,]+ \(UNCHANGEDSINCE \d+\) /i,
  /^\S+ (?:UID )?SEARCH (?:RETURN \([A-Z ]*\) )?MODSEQ \d+/i,
];

const OPENS: ReadonlySet<string> = new Set(['SELECT', 'EXAMINE']);

export class ModSequences {
  /** The client has shown that it knows them. */
  private aware = false;
  /** The selected mailbox keeps some, as far as was told. */
  private kept = true;
  /** A SELECT runs, and has told something. */
  private opening = false;
  /** One of its two codes has come. */
  private told = false;

  constructor(private readonly ledger: Ledger) {}

  take(response: Response, running: readonly ImapCommand[]): void {
    if (!this.opening && running.some(({ name }) => OPENS.has(name))) {
      this.opening = true;
      this.kept = true;
      this.told = false;
    }
    if (response.kind === 'FETCH') this.fetched(response.fetched, running);
    if (response.kind === 'ENABLED' && response.names.some((name) => name === 'CONDSTORE' || name === 'QRESYNC'))
      this.aware = true;
    if (response.kind !== 'status') return;
    const name = response.code?.name;
    if (name === 'NOMODSEQ') this.kept = false;
    if (name === 'NOMODSEQ' || name === 'HIGHESTMODSEQ') this.told = true;
  }

  /** @param certain all that came since it was sent could be read, and no other command ran */
  end({ name, text }: ImapCommand, status: string, certain: boolean): void {
    const { told } = this;
    this.opening = false;
    this.told = false;
    if (status !== 'OK') return;
    // RFC 8437 §4.1.
    if (name === 'UNAUTHENTICATE') this.aware = false;
    const opens = OPENS.has(name);
    const enables = ENABLING.some((form) => form.test(text));
    // RFC 7162 §3.1.2: of every SELECT after an enabling command; one that enables is one itself (§3.1.8).
    if (opens && certain && (this.aware || enables))
      this.ledger.check(
        'imap-select-modseq-told',
        told,
        `${name} is done, and neither HIGHESTMODSEQ nor NOMODSEQ has come`,
      );
    if (enables) this.aware = true;
  }

  /** What nobody asked for (RFC 7162 §3.1); what a FETCH that runs has asked for is its own. */
  private fetched({ names }: Fetched, running: readonly ImapCommand[]): void {
    if (!this.aware || !this.kept || !names.includes('FLAGS')) return;
    if (running.some(({ name }) => name.endsWith('FETCH') || OPENS.has(name))) return;
    this.ledger.check('imap-modseq-beside-flags', names.includes('MODSEQ'), 'flags come without MODSEQ');
  }
}
