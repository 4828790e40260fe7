/** An IMAP session as its octets show it: responses, each read by the grammar, and the commands that they belong to. */
import type { Ledger } from '../ledger';
import { ImapCommands } from './commands';
import { Breach, Cursor } from './cursor';
import { cutResponse } from './cut';
import { type Response, readResponse } from './response';
import { ImapState } from './state';

export class ImapWitness {
  private readonly commands = new ImapCommands();
  private readonly state: ImapState;
  private rest: Buffer = Buffer.alloc(0);
  private greeted = false;

  constructor(private readonly ledger: Ledger) {
    this.state = new ImapState(ledger, this.commands);
  }

  sent(octets: Buffer): void {
    this.commands.sent(octets);
  }

  came(octets: Buffer): void {
    this.rest = Buffer.concat([this.rest, octets]);
    for (;;) {
      const cut = cutResponse(this.rest);
      if (cut === undefined) return;
      const response = this.rest.subarray(0, cut.length);
      this.rest = this.rest.subarray(cut.length);
      this.judge(response, cut.clean);
    }
  }

  private judge(octets: Buffer, clean: boolean): void {
    const asked = this.commands.running.at(0)?.text;
    this.ledger.turnTo(octets, asked === undefined ? undefined : Buffer.from(asked, 'latin1'));
    if (!this.ledger.check('imap-line-end', clean, 'a line of a response ends in CRLF', octets.length - 1)) return;
    const response = this.read(octets);
    if (!this.greeted) {
      const greets =
        response?.kind === 'status' && response.tag === '*' && /^(?:OK|PREAUTH|BYE)$/.test(response.status);
      this.ledger.check('imap-greeting', greets || response === undefined, 'a session begins with OK, PREAUTH or BYE');
    }
    this.greeted = true;
    // What could not be read has told something all the same: nothing about numbers is certain behind it.
    if (response === undefined) this.state.unsettle();
    else this.state.take(response, octets);
  }

  /** @returns undefined where it is not of the form that the grammar gives it */
  private read(octets: Buffer): Response | undefined {
    const { international, isRev2 } = this.state;
    const challenging = this.commands.running.at(-1)?.name === 'AUTHENTICATE';
    const cursor = new Cursor(octets, octets.length - 2, this.ledger, international, 'imap-response');
    try {
      const response = readResponse(cursor, isRev2, challenging);
      this.ledger.check('imap-response', true, '');
      return response;
    } catch (error) {
      if (!(error instanceof Breach)) throw error;
      this.ledger.check(error.rule, false, error.why, error.at);
      return undefined;
    }
  }
}
