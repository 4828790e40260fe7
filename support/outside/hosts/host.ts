/** A mail server of the outside world that the suite plays: the host of an MX record, or a smarthost. */
import { createServer, type Server, type Socket } from 'node:net';
import type { Dialogue } from '../../dialogue/dialogue';
import type { Scope } from '../../dialogue/scope';
import type { Mismatch } from '../../outcome';
import { Connection } from '../../wire/connection';
import { asHost } from '../../wire/ends';
import { WireMismatch } from '../../wire/mismatch';
import type { Transcript } from '../../wire/transcript';
import { Wait } from '../../wire/wait';
import { type Behaviour, RIGHT } from './behaviour';
import { tlsOf } from './certificates';
import { Conduct } from './conduct';
import { Conversation } from './conversation';
import { type Forward, Forwarding } from './forward';
import { Part, speaksTls } from './part';
import type { HostSession, Transaction } from './record';
import { Recorder } from './recorder';
import { replyOctets, textOf } from './replies';
import { RightServer } from './right-server';

export interface MailHostOptions {
  /** What it is called in the DNS, and calls itself. */
  name: string;
  /** What the scenario calls it: it marks its lines in the transcript. */
  label: string;
  address: string;
  /** 0 picks one that is free. */
  port: number;
  /** Mail of other scenarios may come here, too: it is a smarthost. */
  shared?: boolean;
  transcript: Transcript;
  /** The scenario's names, for dialogues. */
  scope: Scope;
  /** Hands a message to the target. */
  handBack?: Forward;
  behaviour?: Behaviour;
  limits?: Partial<HostLimits>;
}

export interface HostLimits {
  /** Octets that a client may send in a session. */
  octets: number;
  /** Milliseconds that a client may be silent, and that a session may last. */
  silence: number;
  session: number;
  /** Sessions that are played; later ones are turned away. */
  sessions: number;
}

const LIMITS: HostLimits = { octets: 64 << 20, silence: 60_000, session: 600_000, sessions: 500 };
/** Octets a millisecond, as for any connection. */
const RATE = 1000;

export class MailHost {
  /** Whoever came, in order. */
  readonly sessions: HostSession[] = [];
  private readonly limits: HostLimits;
  private readonly open = new Set<Connection>();
  private readonly waits = new Set<Wait>();
  private conduct: Conduct;
  private part: Part | undefined;
  private server: Server | undefined;
  private bound: number;
  private failure: unknown;
  private readonly forwarding: Forwarding | undefined;

  /** @throws Error where the address or port is not to be had */
  static async open(options: MailHostOptions): Promise<MailHost> {
    const host = new MailHost(options);
    if (host.conduct.behaviour.listens) await host.listen();
    return host;
  }

  private constructor(private readonly options: MailHostOptions) {
    this.limits = { ...LIMITS, ...options.limits };
    this.conduct = new Conduct(options.behaviour ?? RIGHT);
    this.bound = options.port;
    this.forwarding = options.handBack && new Forwarding(options.name, options.handBack);
  }

  get name(): string {
    return this.options.name;
  }

  get label(): string {
    return this.options.label;
  }

  get address(): string {
    return this.options.address;
  }

  get port(): number {
    return this.bound;
  }

  get shared(): boolean {
    return this.options.shared ?? false;
  }

  /** The messages that were taken, in the order in which they came. */
  get accepted(): { session: HostSession; transaction: Transaction }[] {
    return this.sessions.flatMap((session) =>
      session.transactions.filter(({ accepted }) => accepted).map((transaction) => ({ session, transaction })),
    );
  }

  /** For sessions that begin from now on. Times are counted anew. */
  async behave(behaviour: Behaviour): Promise<void> {
    this.conduct = new Conduct(behaviour);
    if (behaviour.offers.has('STARTTLS')) await tlsOf(this, behaviour);
    if (!behaviour.listens) await this.stopListening();
    else if (this.server === undefined) await this.listen();
  }

  /** For sessions that begin from now on: each plays this dialogue, and then behaves as the host does. */
  async answers(dialogue: Dialogue): Promise<void> {
    if (speaksTls(dialogue)) await tlsOf(this, this.conduct.behaviour);
    this.part = new Part(this, dialogue, this.options.scope);
  }

  /** Whether its dialogue has come to an end, or was not followed; true where it has none. */
  get played(): boolean {
    return this.failure !== undefined || (this.part?.over ?? true);
  }

  /** What was not as its dialogue has it, or that it was not played to its end. @throws DialogueError where it cannot be played */
  get mismatch(): Mismatch | undefined {
    if (this.failure !== undefined) throw this.failure;
    return this.part?.mismatch;
  }

  /** Waits until something about the sessions holds; false when the time is over first. */
  async until(holds: () => boolean, milliseconds: number): Promise<boolean> {
    const wait = new Wait();
    this.waits.add(wait);
    try {
      const late = new Error();
      const probe = () => (holds() ? true : undefined);
      return await wait
        .until(
          probe,
          () => milliseconds,
          () => late,
        )
        .catch((error) => {
          if (error === late) return false;
          throw error;
        });
    } finally {
      this.waits.delete(wait);
    }
  }

  /** Lets go of everything, without a word. @throws whatever went wrong in the suite itself */
  async close(): Promise<void> {
    const connections = [...this.open];
    this.open.clear();
    for (const connection of connections) connection.destroy();
    await this.stopListening();
    if (this.failure !== undefined) throw this.failure;
  }

  private async listen(): Promise<void> {
    const { address } = this.options;
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => void this.receive(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.bound, address, () => resolve());
    });
    const bound = server.address();
    if (typeof bound === 'object' && bound !== null) this.bound = bound.port;
    this.server = server;
  }

  private async stopListening(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server !== undefined) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private async receive(socket: Socket): Promise<void> {
    if (this.sessions.length >= this.limits.sessions) return void socket.destroy();
    const { transcript, label } = this.options;
    const number = this.sessions.length + 1;
    const session: HostSession = {
      number,
      startedAt: now(),
      from: socket.remoteAddress ?? '',
      transactions: [],
      commands: [],
      faults: [],
    };
    this.sessions.push(session);
    const ends = asHost(number === 1 ? label : `${label}#${number}`);
    transcript.note(ends.name, `a client came from ${session.from}`);
    const connection = new Connection(socket, number, transcript, { total: this.limits.octets, rate: RATE }, ends);
    this.open.add(connection);
    const bound = setTimeout(() => connection.destroy(), this.limits.session);
    const recorder = new Recorder(session, () => this.changed());
    const conversation = new Conversation(connection, recorder, this.limits.silence, this.name);
    try {
      await this.play(conversation, () => this.open.has(connection));
    } catch (error) {
      if (!(error instanceof WireMismatch)) this.failure ??= error;
      else if (this.open.has(connection) && error.code === 'closed') recorder.clientClosed();
      // RFC 5321 §3.8
      else if (error.code === 'timeout' || error.code === 'too-much')
        conversation.say(replyOctets('421', [textOf('421')]));
    } finally {
      clearTimeout(bound);
      connection.destroy();
      this.open.delete(connection);
      session.endedAt = now();
      this.changed();
    }
  }

  private async play(conversation: Conversation, open: () => boolean): Promise<void> {
    const { handsTo } = this.conduct.behaviour;
    const taken = (transaction: Transaction) => {
      if (handsTo !== undefined) void this.forwarding?.handOn(transaction, handsTo);
    };
    const right = new RightServer(this, conversation, this.conduct.session(), taken);
    await (this.part?.play(conversation, right, open) ?? right.run());
  }

  private changed(): void {
    for (const wait of this.waits) wait.wake();
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
