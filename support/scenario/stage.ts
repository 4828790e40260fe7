/** Where one scenario plays: its target, the connections it has open, the names it knows, the transcript of it all. */
import type { ProtocolName } from '../dialogue/dialogue';
import { parseDialogue } from '../dialogue/parse';
import { type PlayContext, type PlayResult, playDialogue } from '../dialogue/play';
import { type Resolve, Scope, type ScopeValue } from '../dialogue/scope';
import { Session } from '../dialogue/session';
import type { Forward } from '../outside/hosts/forward';
import type { Outside } from '../outside/outside';
import { World } from '../outside/world';
import type { Service, ServiceName, Target } from '../targets/target';
import { blockedByDistrust } from '../trust';
import type { Connection } from '../wire/connection';
import { openConnection } from '../wire/open';
import { Transcript } from '../wire/transcript';
import { againWhileRefused } from './again';
import { climb } from './climb';
import { TargetCommons } from './commons';
import { BEFORE_HANDSHAKE, ladder, type Rung, type Spoken } from './ladders';
import { leave } from './leave';
import { nameMailboxes, removeMailboxes } from './mailboxes';
import type { TargetTime } from './passing-time';
import { type Place, placeOf, upgradeOf } from './places';
import type { Start } from './starts';
import type { TraceFacts } from './trace';
import { suiteValue } from './values';
import { Visits } from './webmail/visits';

/** What a client says that may bring mail into an inbox. */
const BRINGS_MAIL = /\b(?:DATA|BDAT|APPEND|COPY|MOVE)\b/i;

/** What a scenario's tags say of how it is played. */
export interface Traits {
  /** What it needs is announced by these services under TLS only. */
  underTls?: ReadonlySet<ServiceName>;
  /** `@hostile` */
  hostile?: boolean;
  /** The rows that it is about. */
  requirements?: readonly string[];
  /** Gives the rest of the Internet, of which the scenario gets a part of its own. */
  outside?: () => Promise<Outside>;
}

const SUCCESS = /^(?:[23]\d\d|\+|\S+ OK\b)/;

export class Stage {
  readonly transcript = new Transcript();
  readonly scope: Scope;
  /** The message that the last step looked at. */
  received: Buffer | undefined;
  /** What alice has submitted in a step of its own, and to whom. */
  readonly submitted: { message: Buffer; recipients: string[] }[] = [];
  /** A permitted way out (`S?`) was taken: the scenario has passed, and what its other steps say is not asked any more. */
  over = false;
  /** That way out was no success of what a hostile client tried: what must not come of it is asked all the same. */
  fended = false;
  private readonly sessions = new Map<number, Session>();
  /** Where the scenario opened its last session; one that a dialogue opens by itself goes there too. */
  private place: Place | undefined;
  private clientAddress = '';
  private world: Promise<World> | undefined;
  /** Connections were given up without a word. */
  private lost = false;
  private readonly commons = new TargetCommons(this);
  /** Who is before the webmail. */
  readonly webmail: Visits;

  constructor(
    readonly target: Target,
    readonly id: string,
    private readonly traits: Traits = {},
  ) {
    const service = () => this.place?.service ?? placeOf(target, { spoken: 'smtp' }).service;
    this.webmail = new Visits(target, this.transcript);
    this.scope = new Scope(
      (name) => this.value(name, service),
      undefined,
      (secret) => this.transcript.hide(secret),
    );
  }

  /**
   * Opens a connection and brings it to where a scenario starts.
   * @throws Blocked where the server does not follow.
   */
  async openSession(start: Start, number = 1): Promise<void> {
    this.place = placeOf(this.target, start);
    await this.open(this.place, start.state, number);
  }

  /** What the scenario's last session is called by, where it speaks this protocol: otherwise the protocol itself. */
  spokenAs(protocol: ProtocolName): Spoken {
    return this.place?.protocol === protocol ? this.place.spoken : protocol;
  }

  private async open(place: Place, state: string, number: number): Promise<void> {
    if (place.protocol !== 'pop3' || !this.lost) return await this.reachState(place, state, number);
    // The server holds the maildrop until it sees that the client has gone (RFC 1939 §4), which no octet tells us.
    await againWhileRefused(() => this.reachState(place, state, number), this.target.timing.reply);
  }

  private async reachState(place: Place, state: string, number: number): Promise<void> {
    const { spoken, protocol, service } = place;
    await this.connect(place, number, state !== BEFORE_HANDSHAKE);
    // Who only wants to be greeted needs no mailbox, and a greeting that nobody understands is for the scenario to judge.
    const unnamed = protocol === 'imap' && !this.scope.has('mailbox') && state !== BEFORE_HANDSHAKE;
    if (unnamed && state !== 'not greeted') await nameMailboxes(this);
    await climb(ladder(spoken, state, upgradeOf(service, this.traits.underTls)), protocol, number, this.context());
  }

  /** Plays what no scenario is about. @throws Blocked where the server does not follow. */
  async bringAbout(rungs: readonly Rung[], number: number): Promise<void> {
    await climb(rungs, this.session(number).protocol, number, this.context());
  }

  /** The session that was opened with this number. */
  session(number = 1): Session {
    const session = this.sessions.get(number);
    if (session === undefined) throw new Error('No session is open: begin with “Given an SMTP session …”.');
    return session;
  }

  /** Sends one line on the scenario's session. */
  send(line: string): void {
    const session = this.session();
    session.sendLines([this.scope.on(session).expand(line)]);
  }

  async play(text: string, mediaType: string): Promise<PlayResult> {
    if (this.traits.outside) await this.leadFor(text);
    const context = { ...this.context(), hostile: this.traits.hostile };
    const result = await playDialogue(parseDialogue(text, mediaType), context).catch((error) => {
      throw blockedByDistrust(error);
    });
    this.end(result);
    return result;
  }

  /** Plays a dialogue again and again on the same sessions; what it bound the last time is forgotten. */
  async playTimes(times: number, text: string, mediaType: string): Promise<void> {
    const dialogue = parseDialogue(text, mediaType);
    for (let n = 0; n < times; n++) {
      const scope = new Scope((name) => this.scope.get(name), undefined, this.scope.hide);
      this.end(await playDialogue(dialogue, { ...this.context(), scope, hostile: this.traits.hostile }));
      if (this.over) return;
    }
  }

  private end({ endedEarly }: PlayResult): void {
    this.over = endedEarly !== undefined;
    this.fended = this.over && this.traits.hostile === true && !SUCCESS.test(endedEarly!.status);
  }

  private value(name: string, service: () => Service, connection?: Connection): ScopeValue | undefined {
    const { target, id, transcript } = this;
    const hide = (secret: string) => transcript.hide(secret);
    return suiteValue(name, { target, id, service: () => service().name, hide, tls: connection?.tls });
  }

  /** Does something on a connection of its own, closed afterwards; the scenario's own sessions stay as they are. */
  async aside(start: Start, number: number, act: () => Promise<unknown>): Promise<void> {
    try {
      await this.open(placeOf(this.target, start), start.state, number);
      await act();
    } finally {
      this.sessions.get(number)?.connection.destroy();
      this.sessions.delete(number);
    }
  }

  /** Where the scenario has said nothing of it, mail for elsewhere goes to the next hop; that for whom an alias leads there, too. */
  async leadFor(text: string): Promise<void> {
    if (text.includes('${elsewhere}')) await (await this.elsewhere()).leadElsewhere();
    if (text.includes('${alias.')) await (await this.elsewhere()).leadAliases(this.target.aliasDomains);
  }

  /** The scenario's part of the Internet, made when it is first spoken of. @throws NotApplicable where the target is not led to it */
  elsewhere(): Promise<World> {
    this.world ??= this.newWorld();
    return this.world;
  }

  /** Time for what the target does by itself: while a host that the suite plays takes its own, the target's is not moved on. */
  get time(): TargetTime {
    const { target } = this;
    const bringForward = async () => ((await this.world)?.pausing ? 'busy' : await target.bringForward());
    return { timing: target.timing, bringForward };
  }

  private async newWorld(): Promise<World> {
    const { id, transcript, scope } = this;
    const outside = await this.traits.outside?.();
    if (outside === undefined) throw new Error('Scenarios that play the rest of the Internet say @needs-outside.');
    const handBack: Forward = (envelope, message) => this.target.send(envelope, message);
    return new World(outside, { id, transcript, scope, handBack });
  }

  /** Whether the scenario is about this row. */
  isAbout(requirement: string): boolean {
    return this.traits.requirements?.includes(requirement) ?? false;
  }

  /** The message that the last step looked at. */
  lookedAt(): Buffer {
    if (this.received === undefined)
      throw new Error('No message was looked at: first say “alice receives the message …”.');
    return this.received;
  }

  /** What the trace fields of a message sent by this suite must tell. */
  traceFacts(): TraceFacts {
    return { helo: this.scope.expand('${helo}').toString(), clientAddress: this.clientAddress };
  }

  /** Breaks every connection (RST), as a lost network does. */
  loseConnections(): void {
    for (const session of this.sessions.values()) session.connection.reset();
    this.lost = true;
  }

  /** Ends the scenario's sessions without a word. */
  async leaveAll(): Promise<void> {
    await Promise.all([...this.sessions.values()].map((session) => leave(session)));
    this.sessions.clear();
    this.lost = true;
  }

  /** Lets go of the connections and of what the scenario made on a target that keeps it. */
  async close(): Promise<void> {
    await this.leaveAll();
    await (await this.world)?.close();
    await this.webmail.close();
    await this.target.endScenario(() => !this.webmail.untouched || BRINGS_MAIL.test(this.transcript.sent()));
    await removeMailboxes(this, [this.target.account('alice')]);
  }

  private context(): PlayContext {
    const openSession = (number: number, greeted: boolean) => this.sessionOrNew(number, greeted);
    return { sessions: { openSession }, scope: this.scope, commons: this.commons };
  }

  /** A connection that a dialogue speaks on first (`C2:`) is opened there, its greeting read; where it is to hear first (`S2:`), unread. */
  private async sessionOrNew(number: number, greeted: boolean): Promise<Session> {
    const known = this.sessions.get(number);
    if (known !== undefined) return known;
    if (number === 1 || this.place === undefined) return this.session(number);
    await this.open(this.place, greeted ? 'greeted' : 'not greeted', number);
    return this.session(number);
  }

  private async connect({ protocol, service, localAddress }: Place, number: number, withTls: boolean): Promise<void> {
    const { timing, tls } = this.target;
    // A scenario may go on in a new session; the one that it replaces is over.
    this.sessions.get(number)?.connection.destroy();
    const connection = await openConnection({
      ...service,
      timeout: timing.reply,
      number,
      localAddress,
      transcript: this.transcript,
      ...(withTls || service.tls !== 'implicit' ? { protocol } : {}),
      ...(withTls && service.tls === 'implicit' ? { implicitTls: tls } : {}),
    });
    const resolve: Resolve = (name) => this.value(name, () => service, connection);
    this.sessions.set(number, new Session(connection, protocol, { reply: timing.reply, tls, resolve }));
    this.clientAddress = connection.localAddress;
  }
}
