/** How removals are told to a client that has enabled QRESYNC (RFC 7162 §3.2). */
import type { Ledger } from '../ledger';
import { type ImapCommand, KEEP_NUMBERS } from './commands';
import type { Response } from './response';

/** A UID SEARCH that has message numbers in it, in a spelling in which nothing else can be meant. */
const BY_NUMBERS = /^\S+ UID SEARCH (?:RETURN \([A-Z ]*\) )?\d[\d:,]*(?: UNDELETED)?$/i;

export class Vanishing {
  /** The client has enabled QRESYNC. */
  private enabled = false;
  /** The selected mailbox keeps mod-sequences, as far as was told. */
  private kept = true;
  /** The command that runs alone has brought a FETCH response. */
  private fetchedIn: ImapCommand | undefined;

  constructor(private readonly ledger: Ledger) {}

  take(response: Response, running: readonly ImapCommand[]): void {
    switch (response.kind) {
      case 'ENABLED':
        if (response.names.includes('QRESYNC')) this.enabled = true;
        break;
      case 'status':
        this.status(response.code?.name);
        break;
      case 'FETCH':
        this.fetchedIn = alone(running);
        break;
      case 'EXPUNGE':
        if (this.enabled) this.instead(!this.kept);
        break;
      case 'VANISHED':
        if (response.earlier) this.earlier(running);
        else this.now(running);
    }
  }

  /** RFC 7162 §3.2.8: a client that closes has not been told what went. */
  end({ name }: ImapCommand, { status, code }: Extract<Response, { kind: 'status' }>): void {
    this.fetchedIn = undefined;
    // RFC 8437 §4.1.
    if (name === 'UNAUTHENTICATE' && status === 'OK') this.enabled = false;
    if (name === 'CLOSE' && status === 'OK')
      this.ledger.check('imap-close-without-modseq', code?.name !== 'HIGHESTMODSEQ', 'CLOSE tells HIGHESTMODSEQ');
  }

  private status(code: string | undefined): void {
    if (code === 'NOMODSEQ') this.kept = false;
    if (code === 'HIGHESTMODSEQ') this.kept = true;
    // What came before is of the mailbox that was left (§3.2.11).
    if (code === 'CLOSED') this.fetchedIn = undefined;
  }

  private instead(holds: boolean): void {
    this.ledger.check('imap-vanished-for-expunge', holds, 'EXPUNGE comes where QRESYNC is enabled');
  }

  private now(running: readonly ImapCommand[]): void {
    if (this.enabled) this.instead(true);
    const never =
      running.length === 0 || running.every(({ name, text }) => KEEP_NUMBERS.has(name) || BY_NUMBERS.test(text));
    const during = running.length === 0 ? 'between commands' : `during ${running[0]!.name}`;
    this.ledger.check('imap-vanished-time', !never, `VANISHED comes ${during}`);
  }

  private earlier(running: readonly ImapCommand[]): void {
    this.ledger.check(
      'imap-earlier-as-answer',
      running.some(asksForEarlier),
      'no command asked for VANISHED (EARLIER)',
    );
    const command = alone(running);
    if (command !== undefined && asksForEarlier(command))
      this.ledger.check(
        'imap-earlier-before-fetch',
        this.fetchedIn !== command,
        'FETCH came before VANISHED (EARLIER) in the same answer',
      );
  }
}

function alone(running: readonly ImapCommand[]): ImapCommand | undefined {
  return running.length === 1 && running[0]!.alone ? running[0] : undefined;
}

function asksForEarlier({ name, text }: ImapCommand): boolean {
  if (name === 'UID FETCH') return /\(.*VANISHED/i.test(text);
  return (name === 'SELECT' || name === 'EXAMINE') && /\(.*QRESYNC/i.test(text);
}
