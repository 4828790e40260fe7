/** One POP3 session: its state, and the loop that reads commands and answers them (RFC 1939). */

import type { ServerContext } from '../context';
import { withFaults } from '../faults/play';
import type { Connection } from '../net/connection';
import { Interrupted } from '../net/interrupted';
import type { Account } from '../store/types';
import { type Answer, err, statusLine, WRONG_STATE } from './answer';
import { capabilitiesOf } from './capabilities';
import type { Capability, Command, State } from './capability';
import { BASE_COMMANDS } from './commands';
import { aroundCommand, type CommandLine, DEFAULT_RULES, type Pop3Hook, type Rules } from './hooks';
import { logIn } from './login';
import type { Maildrop } from './maildrop';

/** RFC 2449 §4: 255 octets with CRLF. */
const LINE = 253;
const UNKNOWN = err('I do not know this command');
const NOT_A_COMMAND = err('A command is a line of at most 255 octets, without control characters');

export class Session {
  readonly capabilities: readonly Capability[];
  readonly rules: Rules;
  /** Unlike any other session's. */
  readonly id: string;
  /** The time stamp of the greeting, where APOP is offered. */
  readonly stamp: string | undefined;
  /** What USER said just before. */
  user: string | undefined;
  maildrop: Maildrop | undefined;
  /** Whether UTF8 was said (RFC 6856). */
  utf8 = false;
  badLogins = 0;
  private errors = 0;
  private over = false;
  private readonly commands: ReadonlyMap<string, Command>;

  constructor(
    readonly context: ServerContext,
    readonly connection: Connection,
    private readonly hooks: readonly Pop3Hook[],
  ) {
    this.rules = Object.assign({ ...DEFAULT_RULES }, ...hooks.map((hook) => hook.rules));
    this.capabilities = capabilitiesOf(context);
    this.id = context.random(4).toString('hex');
    const { auth, without } = context;
    this.stamp = auth.keepsSecrets && !without.pop3.has('*') ? auth.stamp() : undefined;
    const added = this.capabilities.flatMap((capability) => Object.entries(capability.commands ?? {}));
    this.commands = new Map([...Object.entries(BASE_COMMANDS), ...added]);
  }

  get state(): State {
    return this.maildrop ? 'transaction' : 'authorization';
  }

  /** Greets and serves until the client quits, is thrown out or is gone; only QUIT removes messages. */
  async run(): Promise<void> {
    const greeting = `${this.context.hostname} POP3 mailspec${this.stamp === undefined ? '' : ` ${this.stamp}`}`;
    try {
      if (!(await this.faulty('GREETING', '', () => this.send({ ok: true, text: greeting })))) return;
      while (!this.over) await this.serveLine();
    } catch (error) {
      // RFC 1939 §3: a session that ends without QUIT says nothing and removes nothing.
      if (!(error instanceof Interrupted)) throw error;
      if (!this.rules.updatesOnlyAtQuit) await this.maildrop?.update();
    } finally {
      this.maildrop?.release();
    }
  }

  /** Sends an answer; it goes out with others when the session waits for input. */
  send(answer: Answer): void {
    this.connection.write(this.rules.status(statusLine(answer, this.offers('RESP-CODES'))));
    if (answer.payload !== undefined && answer.ok) {
      for (const octets of this.rules.payload(answer.payload)) this.connection.write(octets);
    }
  }

  /** Whether the session has this capability at all. */
  offers(tag: string): boolean {
    return this.capabilities.some((capability) => capability.tag === tag);
  }

  /** Enters TRANSACTION as this account, or says why not; `undefined` for wrong name or password. */
  logIn(account: Account | undefined): Answer {
    return logIn(this, account);
  }

  /** Ends the session after what was sent. */
  end(): void {
    this.over = true;
  }

  private async serveLine(): Promise<void> {
    const { octets, tooLong } = await this.connection.readLine(LINE, this.rules.lineEnd);
    const command = tooLong ? undefined : parse(this.rules.commandLine(octets));
    if (!command) {
      this.wrong(NOT_A_COMMAND);
      return;
    }
    await this.faulty(command.verb, command.argument, async () => {
      const answer = await aroundCommand(this.hooks, this, command, () => this.answerTo(command));
      // RFC 1939 §7: PASS stands right behind USER.
      if (command.verb !== 'USER') this.user = undefined;
      if (answer) this.send(answer);
    });
  }

  private async answerTo({ verb, argument }: CommandLine): Promise<Answer | undefined> {
    const command = this.commands.get(verb);
    if (!command?.states.includes(this.state)) {
      this.countError();
      return command ? WRONG_STATE : UNKNOWN;
    }
    return command.run(this, argument);
  }

  private wrong(answer: Answer): void {
    this.send(answer);
    this.countError();
  }

  private countError(): void {
    this.errors++;
    if (this.errors >= this.context.limits.errors) this.end();
  }

  private async faulty(name: string, argument: string, answer: () => void | Promise<void>): Promise<boolean> {
    const command = { protocol: 'pop3' as const, name, argument };
    const reply = (text: string) => this.connection.write(`${text}\r\n`);
    const goesOn = await withFaults(this.context, this.connection, command, answer, reply);
    if (!goesOn) this.over = true;
    return goesOn;
  }
}

/** Keyword and argument; undefined for a line with control characters or broken UTF-8. */
function parse(octets: Buffer): CommandLine | undefined {
  const text = octets.toString('utf8');
  if (/[\0\r\n]/.test(text) || !Buffer.from(text).equals(octets)) return undefined;
  const space = text.indexOf(' ');
  const sentVerb = space < 0 ? text : text.slice(0, space);
  return { verb: sentVerb.toUpperCase(), sentVerb, argument: space < 0 ? '' : text.slice(space + 1) };
}
