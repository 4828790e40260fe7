/** One POP3 session: its state, and the loop that reads commands and answers them (RFC 1939). */

import type { ServerContext } from '../context';
import type { Connection, Line } from '../net/connection';
import { Interrupted } from '../net/interrupted';
import type { Account } from '../store/types';
import { type Answer, FAILED, NOT_A_COMMAND, ok, pieces, UNKNOWN, WRONG_STATE } from './answer';
import { apop } from './capabilities/logins';
import type { Command, State } from './capability';
import { type CommandLine, GREETING, parse } from './line';
import { logIn } from './login';
import type { Maildrop } from './maildrop';
import type { Pop3Service } from './service';

/** RFC 2449 §4: 255 octets with CRLF. */
const LINE = 253;

export class Session {
  readonly context: ServerContext;
  /** The time stamp of the greeting, where APOP is offered. */
  readonly stamp: string | undefined;
  /** The command that is being carried out; the greeting is one too. */
  current: CommandLine | undefined;
  /** What USER said just before. */
  user: string | undefined;
  maildrop: Maildrop | undefined;
  /** Whether UTF8 was said (RFC 6856). */
  utf8 = false;
  badLogins = 0;
  private errors = 0;
  private over = false;

  constructor(
    readonly service: Pop3Service,
    readonly connection: Connection,
  ) {
    this.context = service.context;
    const { auth } = this.context;
    this.stamp = auth.keepsSecrets && service.has(apop) ? auth.stamp() : undefined;
  }

  get state(): State {
    return this.maildrop ? 'transaction' : 'authorization';
  }

  /** Greets and serves until the client quits, is thrown out or is gone; only QUIT removes messages. */
  async run(): Promise<void> {
    const { session, read } = this.service.seams;
    if (read) this.connection.readThrough(read(this));
    try {
      await (session ? session(this, () => this.serve()) : this.serve());
    } catch (error) {
      // RFC 1939 §3: a session that ends without QUIT says nothing and removes nothing.
      if (!(error instanceof Interrupted)) throw error;
    } finally {
      this.maildrop?.release();
    }
  }

  /** Sends an answer; it goes out with others when the session waits for input. */
  send(answer: Answer): void {
    const { out, write } = this.service.seams;
    const said = out ? out(answer, this, this.current) : answer;
    if (!said) return;
    const octets = pieces(said, this.service.showsCodes);
    if (write) this.connection.write(write(whole(octets), said, this));
    else for (const piece of octets) this.connection.write(piece);
  }

  /** Asks the client for its next response (RFC 5034 §4), of at most so many octets. */
  async ask(challenge: Buffer, limit: number): Promise<Line> {
    this.send({ ok: true, more: true, text: challenge.toString('base64') });
    return await this.connection.readLine(limit);
  }

  /** Enters TRANSACTION as this account, or says why not; `undefined` for wrong name or password. */
  logIn(account: Account | undefined): Answer {
    return logIn(this, account);
  }

  /** Ends the session after what was sent. */
  end(): void {
    this.over = true;
  }

  private async serve(): Promise<void> {
    await this.carryOut({ verb: GREETING, sentVerb: GREETING, argument: '' }, () => this.greeting());
    while (!this.over) await this.serveLine();
  }

  private greeting(): Answer {
    return ok(`${this.context.hostname} POP3 mailspec${this.stamp === undefined ? '' : ` ${this.stamp}`}`);
  }

  private async serveLine(): Promise<void> {
    const { octets, tooLong } = await this.connection.readLine(LINE);
    const command = tooLong ? undefined : parse(octets);
    if (command) {
      await this.carryOut(command, () => this.answerTo(command));
      // RFC 1939 §7: PASS stands right behind USER.
      if (command.verb !== 'USER') this.user = undefined;
    } else {
      this.send(NOT_A_COMMAND);
      this.countError();
    }
  }

  private async carryOut(command: CommandLine, right: () => ReturnType<Command['run']>): Promise<void> {
    const { around } = this.service;
    this.current = command;
    let answer: Answer | undefined;
    try {
      answer = await (around ? around(this, command, async () => right()) : right());
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      this.context.log(`pop3: ${command.verb}: ${error instanceof Error ? error.stack : error}`);
      answer = FAILED;
    }
    if (answer) this.send(answer);
    this.current = undefined;
  }

  private answerTo({ verb, argument }: CommandLine): ReturnType<Command['run']> {
    const command = this.service.command(verb);
    if (command?.states.includes(this.state)) return command.run(this, argument);
    this.countError();
    return command ? WRONG_STATE : UNKNOWN;
  }

  private countError(): void {
    this.errors++;
    if (this.errors >= this.context.limits.errors) this.end();
  }
}

function whole(octets: ReadonlyArray<Buffer | string>): Buffer {
  return Buffer.concat(octets.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}
