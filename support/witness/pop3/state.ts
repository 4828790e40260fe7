/** What a POP3 session may do where it stands, and what it has announced. */
import type { Ledger } from '../ledger';
import type { Pop3Response } from './response';

/** RFC 1939 §5 and §7. */
const TRANSACTION: ReadonlySet<string> = new Set('STAT LIST RETR DELE NOOP RSET TOP UIDL'.split(' '));
/** RFC 1939 §4 and §7, RFC 2595 §4, RFC 5034 §4, RFC 6856 §2. */
const AUTHORIZATION: ReadonlySet<string> = new Set('USER PASS APOP AUTH STLS UTF8'.split(' '));
/** RFC 2449 §6.5, §6.7. */
const BY_USER = ['LOGIN-DELAY', 'EXPIRE'];
const LOGS_IN: ReadonlySet<string> = new Set(['PASS', 'APOP', 'AUTH']);

export class Pop3State {
  loggedIn = false;
  /** QUIT was answered. */
  over = false;
  /** What CAPA said last: by tag, with its arguments. */
  announced: ReadonlyMap<string, string> = new Map();
  /** Texts may be in UTF-8: RFC 6856 §2.1, §3. */
  international = false;

  /** CAPA was asked for after login already. */
  private comparedValues = false;

  constructor(private readonly ledger: Ledger) {}

  take(response: Pop3Response): void {
    const { command, indicator, toChallenge, isGreeting } = response;
    const { verb, argument } = command;
    if (isGreeting) return;
    if (indicator === '+') {
      this.ledger.check('pop3-challenge-in-auth', verb === 'AUTH', 'a challenge answers AUTH alone');
      return;
    }
    if (verb === 'AUTH') this.ledger.applied.add('pop3-challenge-in-auth');
    if (indicator === '-ERR') {
      if (verb === 'QUIT') this.over = true;
      return;
    }
    if (TRANSACTION.has(verb))
      this.ledger.check('pop3-before-login', this.loggedIn, `${verb} belongs to the TRANSACTION state`);
    // AUTH without an argument asks some servers for their mechanisms, which no RFC knows.
    const logsIn = AUTHORIZATION.has(verb) && !(verb === 'AUTH' && argument === '' && !toChallenge);
    if (logsIn) this.ledger.check('pop3-after-login', !this.loggedIn, `${verb} belongs to the AUTHORIZATION state`);
    if (LOGS_IN.has(verb) && logsIn) this.loggedIn = true;
    if (verb === 'STLS') this.announced = new Map();
    if (verb === 'UTF8' || verb === 'LANG') this.international = true;
    if (verb === 'QUIT') this.over = true;
    if (verb === 'QUIT') this.ledger.applied.add('pop3-quit-is-last');
    if (verb === 'CAPA') this.announce(response);
  }

  /** What may differ by user says so by USER before login, and is this user's value after it. */
  private compareValues(tag: string, before: string | undefined, after: string | undefined): void {
    // Only where both were told in their states: no sentence lets the tag stay away, and another rule asks for it.
    if (before === undefined || after === undefined) return;
    const differs = / USER$/i.test(before);
    this.ledger.check(
      'pop3-values-of-users',
      differs ? !/ USER$/i.test(after) : before.toUpperCase() === after.toUpperCase(),
      differs ? `${tag} is that of no user after login` : `${tag} was ${before}, and did not say that users differ`,
    );
  }

  private announce({ lines = [] }: Pop3Response): void {
    const now = new Map(
      lines.map(({ text }) => {
        const [tag = ''] = text.split(' ', 1);
        return [tag.toUpperCase(), text.slice(tag.length + 1)];
      }),
    );
    if (this.loggedIn && this.announced.has('SASL'))
      this.ledger.check('pop3-mechanisms-stay', now.has('SASL'), 'SASL was announced before login and is not any more');
    if (this.loggedIn && !this.comparedValues)
      for (const tag of BY_USER) this.compareValues(tag, this.announced.get(tag), now.get(tag));
    this.comparedValues = this.loggedIn;
    this.announced = now;
  }
}
