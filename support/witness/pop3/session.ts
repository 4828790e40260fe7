/** A POP3 session as its octets show it: which answer belongs to which command. */
import { ClientLines } from '../client-lines';
import type { Ledger } from '../ledger';
import { checkGrammar } from './grammar';
import { Pop3Maildrop } from './maildrop';
import { commandOf, hasLines, linesOf, type Pop3Command, type Pop3Response } from './response';
import { Pop3State } from './state';

const NOTHING = Buffer.alloc(0);
const GREETING: Pop3Command = { line: NOTHING, verb: '', argument: '' };
const INDICATOR = /^(\+OK|-ERR)(?=[^!-~]|$)|^\+(?= |$)/;

export class Pop3Witness {
  private readonly client = new ClientLines();
  private readonly asked: Pop3Command[] = [GREETING];
  private rest: Buffer = NOTHING;
  /** The command that the last answer was a challenge of. */
  private challenging: Pop3Command | undefined;
  /** Nobody can tell any more what answers what. */
  private lost = false;
  private readonly state: Pop3State;
  private readonly maildrop: Pop3Maildrop;

  constructor(private readonly ledger: Ledger) {
    this.state = new Pop3State(ledger);
    this.maildrop = new Pop3Maildrop(ledger);
  }

  sent(octets: Buffer): void {
    if (this.lost) return;
    const lines = this.client.take(octets);
    if (lines === undefined) this.lost = true;
    else this.asked.push(...lines.map(commandOf));
  }

  came(octets: Buffer): void {
    if (this.lost) return;
    this.rest = Buffer.concat([this.rest, octets]);
    while (!this.lost && this.rest.length > 0) {
      const response = this.next();
      if (response === undefined) return;
      this.rest = this.rest.subarray(response.octets.length);
      this.judge(response);
    }
  }

  /** The next response, once it is whole; what is none loses the session. */
  private next(): Pop3Response | undefined {
    const { rest, ledger } = this;
    const feed = rest.indexOf(10);
    if (feed < 0) return undefined;
    const [command] = this.asked;
    const ended = feed > 0 && rest[feed - 1] === 13 ? feed - 1 : feed;
    const first = rest.toString('latin1', 0, ended);
    ledger.turnTo(rest.subarray(0, feed + 1), command?.line.length ? command.line : undefined);
    // A server that must end may say so: no sentence forbids it.
    if (command === undefined && !this.state.over && first.startsWith('-ERR')) return this.lose();
    if (!this.isAsked(command)) return this.lose();
    const indicator = INDICATOR.exec(first)?.[0] as Pop3Response['indicator'] | undefined;
    const known = ledger.check(
      'pop3-indicator',
      indicator !== undefined,
      'a response begins with +OK or -ERR, in capitals',
    );
    const whole = ledger.check('pop3-line-end', ended < feed && !first.includes('\r'), 'the line ends in CRLF', ended);
    if (!known || !whole) return this.lose();
    const answers = this.challenging ?? command!;
    const toChallenge = this.challenging !== undefined;
    const many = indicator === '+OK' && !toChallenge && command !== GREETING && hasLines(command!);
    const payload = many ? linesOf(rest, feed + 1) : { lines: undefined, end: feed + 1 };
    if (payload === undefined) return undefined;
    return {
      indicator: indicator!,
      command: answers,
      isGreeting: command === GREETING,
      toChallenge,
      octets: rest.subarray(0, payload.end),
      first,
      lines: payload.lines,
    };
  }

  private isAsked(command: Pop3Command | undefined): boolean {
    const over = this.state.over;
    if (over) this.ledger.check('pop3-quit-is-last', false, 'something comes after the answer to QUIT');
    else this.ledger.check('pop3-asked', command !== undefined, 'nothing was asked that this answers');
    return !over && command !== undefined;
  }

  private judge(response: Pop3Response): void {
    this.asked.shift();
    const { command, indicator } = response;
    this.challenging = indicator === '+' ? command : undefined;
    this.ledger.turnTo(response.octets, command.line.length > 0 ? command.line : undefined);
    checkGrammar(response, this.state, this.ledger);
    this.state.take(response);
    this.maildrop.take(response, this.state.loggedIn);
    // What was sent in clear behind STLS is forgotten (RFC 2595 §4).
    if (command.verb === 'STLS' && indicator === '+OK') {
      this.asked.length = 0;
      this.client.takeRest();
    }
    // Nobody has defined it, so nobody knows whether lines follow.
    if (indicator === '+OK' && !response.isGreeting && !KNOWN.has(command.verb)) this.lost = true;
  }

  private lose(): undefined {
    this.lost = true;
    return undefined;
  }
}

const KNOWN: ReadonlySet<string> = new Set(
  'USER PASS APOP AUTH STLS CAPA LANG UTF8 STAT LIST RETR DELE NOOP RSET QUIT TOP UIDL'.split(' '),
);
