import type { Pop3Status } from '../wire/framing/pop3';

/** Commands whose `+OK` is followed by a payload: RFC 1939 §5, RFC 2449 §5, RFC 6856 §3.2. */
const ALWAYS = /^(RETR|TOP|CAPA)(\s|$)/i;
const WITHOUT_ARGUMENT = /^(LIST|UIDL|LANG)\s*$/i;

/** The POP3 commands on their way: which of them will be answered by more than a line. */
export class Pop3Commands {
  private partial = '';
  private readonly pending: string[] = [];
  /** The last answer was a challenge: what the client sends next is no command. */
  private challenged = false;
  /** The first line of a session is the greeting and answers no command. */
  private greeted = false;

  /** Takes note of octets that the client sends; they may be cut anywhere. */
  sent(bytes: Buffer): void {
    const lines = (this.partial + bytes.toString('latin1')).split('\n');
    this.partial = lines.pop()!;
    this.pending.push(...lines.map((line) => line.slice(0, 64).trim()));
  }

  /** TLS begins: what was sent in clear and not answered is answered no more (RFC 2595 §4). */
  forget(): void {
    this.pending.length = 0;
    this.partial = '';
  }

  /** Takes note of the first line of an answer: the command that it answers, and whether a payload follows. */
  answered(indicator: Pop3Status['indicator']): { command: string; payload: boolean } {
    const command = this.greeted ? (this.pending.shift() ?? '') : '';
    this.greeted = true;
    const answersChallenge = this.challenged;
    this.challenged = indicator === '+';
    const payload =
      indicator === '+OK' && !answersChallenge && (ALWAYS.test(command) || WITHOUT_ARGUMENT.test(command));
    return { command, payload };
  }
}
