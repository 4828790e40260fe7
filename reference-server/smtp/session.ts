/** One SMTP or LMTP session: its state, and the loop that reads commands and answers them. */

import type { ServerContext } from '../context';
import { type Reply, reply } from '../delivery/reply';
import { trouble } from '../delivery/trouble';
import type { Connection } from '../net/connection';
import { Interrupted } from '../net/interrupted';
import type { Visit } from '../policies/visit';
import type { Account } from '../store/types';
import type { Command, Extension } from './extension';
import { type CommandLine, LONGEST_LINE, parseCommand, step } from './line';
import { format, SYNTAX, sequence } from './reply';
import type { SmtpService } from './service';
import type { Transaction } from './transaction';

export interface Hello {
  verb: 'HELO' | 'EHLO' | 'LHLO';
  /** The name that the client gives. */
  name: string;
}

/** A browser was made to come here: what follows is somebody's form, and may be commands. */
const HTTP: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'CONNECT', 'PATCH']);
/** Replies that count as errors: a client that gets many of them is talking nonsense or guessing. */
const ERRORS: ReadonlySet<number> = new Set([500, 501, 502, 503, 504, 535, 550, 553, 554, 555]);

/** RFC 3207 §4: what a server that demands TLS answers without it. */
const BEFORE_TLS: ReadonlySet<string> = new Set(['EHLO', 'LHLO', 'NOOP', 'QUIT', 'STARTTLS']);

export class Session {
  readonly context: ServerContext;
  readonly protocol: 'smtp' | 'lmtp';
  hello: Hello | undefined;
  transaction: Transaction | undefined;
  /** What policies know of the transaction. */
  visit: Visit | undefined;
  /** Who has logged in. */
  account: Account | undefined;
  badLogins = 0;
  /** The command that is carried out; undefined while a line is read and where it is none. */
  current: CommandLine | undefined;
  /** Unlike any other session's; the messages of one session are counted. */
  private readonly id: string;
  private messages = 0;
  private errors = 0;
  private over = false;

  constructor(
    readonly service: SmtpService,
    readonly connection: Connection,
  ) {
    this.context = service.context;
    this.protocol = service.protocol;
    this.id = service.context.random(8).toString('hex');
  }

  /** Greets and serves until the client quits, is thrown out or is gone. */
  async run(): Promise<void> {
    const { session, read } = this.service.seams;
    if (read) this.connection.readThrough(read(this));
    try {
      await (session ? session(this, () => this.serve()) : this.serve());
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      this.farewell(error);
    }
  }

  /** Sends a reply; it goes out with others when the session waits for input. */
  send(given: Reply): void {
    const { out, write } = this.service.seams;
    const answer = out ? out(given, this, this.current) : given;
    if (!answer) return;
    const text = format(this.service.enhanced ? answer : { code: answer.code, lines: answer.lines });
    this.connection.write(write ? write(text, answer, this) : text);
    if (ERRORS.has(answer.code)) this.errors++;
  }

  /** Greeted with 554: only QUIT is served (RFC 5321 §3.1). */
  private get refused(): boolean {
    return this.context.refusesSessions && this.service.name === 'smtp';
  }

  /** Whether the client has been told of it in the present state: only then may it use it. */
  announces(extension: Extension): boolean {
    const greeted = this.hello !== undefined && this.hello.verb !== 'HELO';
    return greeted && this.service.has(extension) && extension.announce(this) !== undefined;
  }

  /** Whether the client may send without saying more: it has logged in, or comes from a network that is trusted. */
  get authorised(): boolean {
    return this.account !== undefined || this.context.trusted.has(this.connection.remoteAddress);
  }

  /** Forgets the mail transaction. */
  reset(): void {
    this.transaction = undefined;
    this.visit = undefined;
  }

  /** An identifier for the next message, for trace fields and the log. */
  nextId(): string {
    this.messages++;
    return `${this.id}-${this.messages}`;
  }

  /** Ends the session after what was sent. */
  end(): void {
    this.over = true;
  }

  /**
   * Carries out a command, within all that stands around commands, and answers it. Gives a promise only where one is needed: most
   * commands are answered at once.
   */
  carryOut(command: CommandLine, handle: () => ReturnType<Command>): Promise<void> | undefined {
    const { around } = this.service;
    const outer = this.current;
    this.current = command;
    let answer: ReturnType<Command>;
    try {
      answer = around ? around(this, command, async () => handle()) : handle();
    } catch (error) {
      answer = this.failed(error);
    }
    if (answer instanceof Promise)
      return answer.then(
        (late) => this.answer(late, outer),
        (error) => this.answer(this.failed(error), outer),
      );
    this.answer(answer, outer);
    return undefined;
  }

  /** What is answered where the server has failed; rethrows what ends the session. */
  private failed(error: unknown): Reply {
    if (error instanceof Interrupted) throw error;
    this.context.log(`${this.protocol}: ${this.current?.verb}: ${error instanceof Error ? error.stack : error}`);
    return trouble(error);
  }

  private answer(reply: Reply | undefined, outer: CommandLine | undefined): void {
    if (reply) this.send(reply);
    this.current = outer;
  }

  private async serve(): Promise<void> {
    const { hostname } = this.context;
    const greeting = reply(220, undefined, `${hostname} ${this.protocol === 'lmtp' ? 'LMTP' : 'ESMTP'} mailspec`);
    const refusal = reply(554, undefined, `${hostname} has no SMTP service for you`);
    await this.carryOut(step('GREETING'), () => (this.refused ? refusal : greeting));
    while (!this.over) await this.serveLine();
  }

  private async serveLine(): Promise<void> {
    const line = await this.connection.readLine(LONGEST_LINE);
    const command = parseCommand(this, line);
    if ('refused' in command) this.send(command.refused);
    else {
      const done = this.carryOut(command, () => this.answerTo(command.verb, command.argument));
      if (done) await done;
    }
    if (this.errors < this.context.limits.errors || this.over) return;
    this.send(reply(421, '4.7.0', `${this.context.hostname} closes the connection: too many errors`));
    this.end();
  }

  private answerTo(verb: string, argument: string): ReturnType<Command> {
    const { commands, barring } = this.service;
    const handler = commands.get(verb);
    if (this.refused && verb !== 'QUIT') return sequence('This session was refused');
    if (!handler) return HTTP.has(verb) ? this.turnedAway() : SYNTAX.unknown;
    const open = this.context.tls.use === 'required' && !this.connection.secure;
    if (open && !BEFORE_TLS.has(verb)) return reply(530, '5.7.0', 'Say STARTTLS first');
    for (const extension of barring) {
      const barred = extension.bars(this, verb);
      if (barred) return barred;
    }
    return handler(this, argument);
  }

  private turnedAway(): Reply {
    this.end();
    return reply(421, '4.7.0', `${this.context.hostname} closes the connection: this is no web server`);
  }

  /** RFC 5321 §3.8: a server that must stop says 421 first. */
  private farewell({ reason }: Interrupted): void {
    const why = {
      gone: '',
      idle: 'nothing came for too long',
      shutdown: 'the service stops',
      flood: 'the line never ends',
    }[reason];
    const enhanced = { gone: '', idle: '4.4.2', shutdown: '4.3.2', flood: '4.7.0' }[reason];
    if (reason !== 'gone') this.send(reply(421, enhanced, `${this.context.hostname} closes the connection: ${why}`));
  }
}
