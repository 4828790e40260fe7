/** One SMTP or LMTP session: its state, and the loop that reads commands and answers them. */

import type { ServerContext } from '../context';
import { withFaults } from '../faults/play';
import type { Connection } from '../net/connection';
import { Interrupted } from '../net/interrupted';
import type { ServiceName } from '../options';
import type { Account } from '../store/types';
import { BASE_COMMANDS } from './commands';
import type { Command, Extension } from './extension';
import { extensionsOf } from './extensions';
import { aroundCommand, changedReply, DEFAULT_RULES, type Rules, type SmtpHook } from './hooks';
import { type CommandLine, LONGEST_LINE, parseCommand } from './line';
import { format, parseReply, type Reply, reply, SYNTAX, sequence } from './reply';
import type { Transaction } from './transaction';

export interface Hello {
  verb: 'HELO' | 'EHLO' | 'LHLO';
  /** The name that the client gives. */
  name: string;
}

/** Replies that count as errors: a client that gets many of them is talking nonsense or guessing. */
const ERRORS: ReadonlySet<number> = new Set([500, 501, 502, 503, 504, 535, 550, 553, 554, 555]);

/** RFC 3207 §4: what a server that demands TLS answers without it. */
const BEFORE_TLS: ReadonlySet<string> = new Set(['EHLO', 'LHLO', 'NOOP', 'QUIT', 'STARTTLS']);

export class Session {
  readonly protocol: 'smtp' | 'lmtp';
  readonly extensions: readonly Extension[];
  readonly rules: Rules;
  hello: Hello | undefined;
  transaction: Transaction | undefined;
  /** Who has logged in. */
  account: Account | undefined;
  badLogins = 0;
  /** Whether replies have enhanced status codes. */
  private readonly enhanced: boolean;
  /** The present command's. */
  private verb = '';
  /** Unlike any other session's; the messages of one session are counted. */
  private readonly id: string;
  private messages = 0;
  private errors = 0;
  private over = false;
  private readonly commands: ReadonlyMap<string, Command>;

  constructor(
    readonly context: ServerContext,
    readonly connection: Connection,
    readonly service: ServiceName,
    private readonly hooks: readonly SmtpHook[],
  ) {
    this.protocol = service === 'lmtp' ? 'lmtp' : 'smtp';
    this.rules = Object.assign({ ...DEFAULT_RULES }, ...hooks.map((hook) => hook.rules));
    this.id = context.random(8).toString('hex');
    this.extensions = extensionsOf(this);
    this.enhanced = this.offers('ENHANCEDSTATUSCODES');
    const added = this.extensions.flatMap((extension) => Object.entries(extension.commands ?? {}));
    this.commands = new Map([...Object.entries(BASE_COMMANDS[this.protocol]), ...added]);
  }

  /** Greets and serves until the client quits, is thrown out or is gone. */
  async run(): Promise<void> {
    const { hostname } = this.context;
    const greeting = reply(220, undefined, `${hostname} ${this.protocol === 'lmtp' ? 'LMTP' : 'ESMTP'} mailspec`);
    const refusal = reply(554, undefined, `${hostname} has no SMTP service for you`);
    const greet = () => this.send(this.refused ? refusal : greeting);
    try {
      if (!(await this.faulty('GREETING', '', greet))) return;
      while (!this.over) await this.serveLine();
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      this.farewell(error);
    }
  }

  /** Sends a reply; it goes out with others when the session waits for input. */
  send(given: Reply): void {
    const answer = changedReply(this.hooks, this, given, this.verb);
    if (!answer) return;
    const plain = this.enhanced ? answer : { code: answer.code, lines: answer.lines };
    this.connection.write(this.rules.replyOctets(format(plain)));
    if (ERRORS.has(answer.code)) this.errors++;
  }

  /** Greeted with 554: only QUIT is served (RFC 5321 §3.1). */
  private get refused(): boolean {
    return this.context.refusesSessions && this.service === 'smtp';
  }

  /** Whether the session has this extension at all, announced or not. */
  offers(keyword: string): boolean {
    return this.extensions.some((extension) => extension.keyword === keyword);
  }

  /** Whether the client has been told of it in the present state: only then may it use it. */
  announces(keyword: string): boolean {
    const extension = this.extensions.find((candidate) => candidate.keyword === keyword);
    return this.hello !== undefined && this.hello.verb !== 'HELO' && extension?.announce(this) !== undefined;
  }

  /** The verbs that are understood, for HELP. */
  verbs(): string[] {
    return [...this.commands.keys()].sort();
  }

  /** Forgets the mail transaction. */
  reset(): void {
    this.transaction = undefined;
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

  /** Runs a step of the protocol with the faults that are set for it. */
  async faulty(name: string, argument: string, answer: () => void | Promise<void>): Promise<boolean> {
    const command = { protocol: this.protocol, name, argument };
    const goesOn = await withFaults(this.context, this.connection, command, answer, (text) =>
      this.send(parseReply(text)),
    );
    if (!goesOn) this.over = true;
    return goesOn;
  }

  private async serveLine(): Promise<void> {
    const line = await this.connection.readLine(LONGEST_LINE, this.rules.lineEnd);
    const command = parseCommand(this, line);
    if ('refused' in command) this.send(command.refused);
    else {
      this.verb = command.verb;
      const undisturbed = this.hooks.length === 0 && this.context.faults.none;
      const done = undisturbed ? this.carryOut(command) : this.carryOutDisturbed(command);
      if (done) await done;
    }
    if (this.errors < this.context.limits.errors || this.over) return;
    this.send(reply(421, '4.7.0', `${this.context.hostname} closes the connection: too many errors`));
    this.end();
  }

  /** Gives a promise only where the command needs one: most are answered at once. */
  private carryOut(command: CommandLine): Promise<void> | undefined {
    const answer = this.answerTo(command.verb, command.argument);
    if (answer instanceof Promise) return answer.then((late) => late && this.send(late));
    if (answer) this.send(answer);
    return undefined;
  }

  private async carryOutDisturbed(command: CommandLine): Promise<void> {
    const right = async () => this.carryOut(command);
    await this.faulty(command.verb, command.argument, () => aroundCommand(this.hooks, this, command, right));
  }

  private answerTo(verb: string, argument: string): ReturnType<Command> {
    const handler = this.commands.get(verb);
    if (this.refused && verb !== 'QUIT') return sequence('This session was refused');
    if (!handler) return SYNTAX.unknown;
    const barred = this.context.tls.use === 'required' && !this.connection.secure && !BEFORE_TLS.has(verb);
    return barred ? reply(530, '5.7.0', 'Say STARTTLS first') : handler(this, argument);
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
