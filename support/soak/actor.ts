/** One session of a play: does what a step says, and tells what that may have done to the mailboxes. */

import { numbersOf } from '../dialogue/imap/sequence-set';
import { quoted } from '../wire/framing/imap-quoted';
import type { ImapValue } from '../wire/framing/imap-value';
import { keyword } from '../wire/framing/imap-value';
import { WireMismatch } from '../wire/mismatch';
import { Cache } from './cache';
import type { Certainty, Effect } from './effect';
import { type Finding, finding } from './finding';
import type { Ground } from './ground';
import type { ImapSession, Result } from './imap-session';
import { messageOf } from './mail';
import { applied, catchUp, learn, type Remembered, remember, setOf } from './remembered';
import type { Box, Deed, Flag, Sign } from './step';

/** Of messages, by UID, which one it is. */
export type Labels = Record<Box, Map<number, string>>;

type Doing<D extends Deed['do']> = Extract<Deed, { do: D }>;

export class Actor {
  box: Box = 'inbox';
  /** What was found, where the step was a SEARCH: judged when nothing else ran. */
  search?: { flag: Flag; has: boolean; found: ReadonlySet<number> };
  /** It came back, and took flags from memory. */
  caughtUp = false;
  private session?: ImapSession;
  private readonly memory: Partial<Record<Box, Remembered>> = {};
  /** The mod-sequence up to which it knows all changes of the mailbox that is selected. */
  private modseq?: number;

  constructor(
    readonly number: number,
    private readonly ground: Ground,
    private readonly labels: Labels,
  ) {}

  get live(): ImapSession | undefined {
    return this.session;
  }

  get cache(): Cache | undefined {
    return this.session?.cache;
  }

  /** The message of its mailbox that this UID was given to, now or once. */
  labelOf(uid: number): string | undefined {
    return this.labels[this.box].get(uid);
  }

  /** Does the step. @returns what it may have done, or what went wrong on the way */
  async perform(deed: Deed): Promise<Effect[] | Finding> {
    this.search = undefined;
    try {
      const session = await this.opened();
      if (deed.do !== 'idle') await session.done();
      if (deed.do !== 'noop' && deed.do !== 'idle') await this.learn();
      return await this.act(deed, session);
    } catch (error) {
      if (!(error instanceof WireMismatch)) throw error;
      return this.broken(error);
    }
  }

  /** Asks for news, and for what they are about. */
  async refresh(): Promise<void> {
    const session = await this.opened();
    await session.command('NOOP');
  }

  async learn(): Promise<void> {
    const session = await this.opened();
    const { condstore } = this.ground.offers;
    await learn(session, { modseq: condstore });
  }

  /** Everything that was said by now is known. */
  settle(): void {
    const all = this.cache?.messages.map(({ modseq }) => modseq);
    if (all === undefined || all.length === 0 || all.includes(undefined)) return;
    this.modseq = Math.max(this.modseq ?? 0, ...(all as number[]));
  }

  /** The session is over; the next step begins another. What its last command did, nobody knows. */
  broken(error: WireMismatch): Finding {
    const { session } = this;
    session?.destroy();
    this.session = undefined;
    const silent = error.code === 'closed' || error.code === 'reset';
    return finding(
      silent && !session?.saidGoodbye ? 'hangs-up' : 'no-answer',
      `session ${this.number + 1}: ${error.reason}`,
      ...(error.detail ?? '').split('\n'),
    );
  }

  destroy(): void {
    this.session?.destroy();
  }

  private async opened(): Promise<ImapSession> {
    if (this.session !== undefined) return this.session;
    this.session = await this.ground.open(this.number);
    await this.select(this.box);
    return this.session;
  }

  private async act(deed: Deed, session: ImapSession): Promise<Effect[]> {
    switch (deed.do) {
      case 'append':
        return await this.append(deed, session);
      case 'store':
        return await this.store(deed, session);
      case 'copy':
      case 'move':
        return await this.copy(deed, session);
      case 'expunge':
      case 'uid-expunge':
        return await this.expunge(deed, session);
      case 'fetch':
        return await this.fetch(deed, session);
      case 'search':
        return await this.find(deed, session);
      case 'idle':
        await session.idle();
        return [];
      case 'noop':
        await session.command('NOOP');
        return [];
      case 'select':
        this.leave();
        await this.select(deed.box);
        return [];
      case 'return':
        this.leave();
        await (deed.after === 'logout' ? session.logout() : session.lose());
        return await this.comeBack();
      case 'lose':
        return await this.lose(deed, session);
      case 'lose-append': {
        const { line, message, effect } = this.appending(deed);
        this.leave();
        await session.lose(line, message);
        return [{ ...effect, certainty: 'maybe' }, ...(await this.comeBack())];
      }
      default:
        return [];
    }
  }

  private async append(deed: Doing<'append'>, session: ImapSession): Promise<Effect[]> {
    const { line, message, effect } = this.appending(deed);
    const result = await session.command(line, message);
    const uid = Number(numbers(codeOf(result, 'APPENDUID')?.[2])[0]);
    return [{ ...effect, certainty: certaintyOf(result), ...(Number.isInteger(uid) ? { uid } : {}) }];
  }

  private appending({ to, label, flags }: { to: Box; label: string; flags: Flag[] }) {
    const { ground } = this;
    const message = messageOf(label, ground.play, ground.target.sender, ground.account.address);
    ground.octets.sent.set(label, message);
    const shown = flags.length === 0 ? '' : ` (${flags.join(' ')})`;
    const line = `APPEND ${quoted(ground.names[to])}${shown} {${message.length}}`;
    const by = this.said(`APPEND ${to}${shown} of ${label}`);
    const effect = { kind: 'arrives' as const, way: 'append' as const, box: to, label, flags, by };
    return { line, message, effect };
  }

  private async store({ labels, sign, flags, byUid, silent }: Doing<'store'>, session: ImapSession): Promise<Effect[]> {
    const uids = this.uidsOf(labels);
    const lasting = this.lasting(flags);
    if (uids.length === 0 || (lasting.length === 0 && sign !== '=')) return [];
    const line = `${this.named(uids, byUid, 'STORE')} ${item(sign, silent)} (${lasting.join(' ')})`;
    const result = await session.command(line);
    if (silent) this.apply(uids, sign, lasting, result.status === 'OK');
    const certainty = result.status === 'NO' ? 'maybe' : certaintyOf(result);
    return [{ kind: 'flags', way: 'store', box: this.box, uids, sign, flags: lasting, certainty, by: this.said(line) }];
  }

  private async copy({ do: way, labels, to, byUid }: Doing<'copy' | 'move'>, session: ImapSession): Promise<Effect[]> {
    const uids = this.uidsOf(labels);
    // What a mailbox gets that is taken from it in the same breath, no RFC says.
    if (uids.length === 0 || (way === 'move' && (to === this.box || !this.ground.offers.move))) return [];
    const line = `${this.named(uids, byUid, way.toUpperCase())} ${quoted(this.ground.names[to])}`;
    const result = await session.command(line);
    const code = codeOf(result, 'COPYUID');
    const [from, into] = [numbers(code?.[2]), numbers(code?.[3])];
    const pairs = code === undefined ? {} : { pairs: new Map(from.map((uid, at) => [uid, into[at]!])) };
    const certainty = result.status === 'NO' && way === 'move' ? 'maybe' : certaintyOf(result);
    const known = new Map(uids.map((uid) => [uid, this.labels[this.box].get(uid) ?? '']));
    return [{ kind: 'copies', way, box: this.box, to, uids, labels: known, certainty, by: this.said(line), ...pairs }];
  }

  private async expunge(deed: Doing<'expunge' | 'uid-expunge'>, session: ImapSession): Promise<Effect[]> {
    const { messages } = session.cache;
    const there = messages.flatMap(({ uid }) => (uid === undefined ? [] : [uid]));
    const known = new Set(
      messages.flatMap(({ uid, flags }) => (uid !== undefined && flags?.has('\\Deleted') ? [uid] : [])),
    );
    const uids = deed.do === 'expunge' ? there : this.uidsOf(deed.labels);
    if (deed.do === 'uid-expunge' && (uids.length === 0 || !this.ground.offers.uidPlus)) return [];
    const line = deed.do === 'expunge' ? 'EXPUNGE' : `UID EXPUNGE ${setOf(uids)}`;
    const result = await session.command(line);
    const certainty = result.status === 'NO' ? 'maybe' : certaintyOf(result);
    return [{ kind: 'expunges', way: deed.do, box: this.box, uids, known, certainty, by: this.said(line) }];
  }

  private async fetch({ labels, see, byUid }: Doing<'fetch'>, session: ImapSession): Promise<Effect[]> {
    const uids = this.uidsOf(labels);
    if (uids.length === 0) return [];
    const line = `${this.named(uids, byUid, 'FETCH')} (UID FLAGS ${see ? 'BODY[]' : 'BODY.PEEK[]'})`;
    session.cache.fetched = [];
    const result = await session.command(line);
    for (const { uid, body } of session.cache.fetched) {
      const label = uid === undefined ? undefined : this.labels[this.box].get(uid);
      if (label !== undefined && body !== undefined) this.ground.auditor.compare(label, body);
    }
    if (!see) return [];
    const certainty = result.status === 'OK' && this.lasting(['\\Seen']).length > 0 ? 'sure' : 'maybe';
    return [
      {
        kind: 'flags',
        way: 'fetch',
        box: this.box,
        uids,
        sign: '+',
        flags: ['\\Seen'],
        certainty,
        by: this.said(line),
      },
    ];
  }

  private async find({ flag, has }: Doing<'search'>, session: ImapSession): Promise<Effect[]> {
    const key = flag.startsWith('$') ? `KEYWORD ${flag}` : flag.slice(1).toUpperCase();
    session.cache.found = [];
    const result = await session.command(`UID SEARCH ${has ? '' : 'UN'}${key}`);
    if (result.status === 'OK') this.search = { flag, has, found: new Set(session.cache.found) };
    return [];
  }

  private async lose({ labels, sign, flags }: Doing<'lose'>, session: ImapSession): Promise<Effect[]> {
    const uids = this.uidsOf(labels);
    const lasting = this.lasting(flags);
    const idle = uids.length === 0 || lasting.length === 0;
    const line = `UID STORE ${setOf(uids)} ${item(sign, false)} (${lasting.join(' ')})`;
    const box = this.box;
    this.leave();
    await session.lose(idle ? undefined : line);
    const back = await this.comeBack();
    if (idle) return back;
    return [
      { kind: 'flags', way: 'store', box, uids, sign, flags: lasting, certainty: 'maybe', by: this.said(line) },
      ...back,
    ];
  }

  private async comeBack(): Promise<Effect[]> {
    this.session = undefined;
    await this.opened();
    return [];
  }

  private leave(): void {
    const { session } = this;
    if (session !== undefined) this.memory[this.box] = remember(session.cache, this.modseq);
    this.modseq = undefined;
  }

  private async select(box: Box): Promise<void> {
    const session = this.session!;
    this.box = box;
    session.cache = new Cache();
    const condstore = session.has('CONDSTORE');
    const result = await session.command(`SELECT ${quoted(this.ground.names[box])}${condstore ? ' (CONDSTORE)' : ''}`);
    if (result.status !== 'OK') throw new Disagreement(finding('no-answer', `${box} cannot be opened: ${result.text}`));
    const { highest } = session.cache;
    this.caughtUp = await catchUp(session, this.memory[box]);
    await this.learn();
    this.modseq = highest;
  }

  /** What .SILENT has left unsaid. Where it failed nobody knows of which messages (RFC 2180 §4.2): they are asked for again. */
  private apply(uids: readonly number[], sign: Sign, flags: readonly Flag[], done: boolean): void {
    for (const message of this.cache!.messages)
      if (message.uid !== undefined && uids.includes(message.uid) && message.flags !== undefined)
        message.flags = done ? applied(message.flags, sign, flags) : undefined;
  }

  /** Of what it knows to be there, what carries these labels. */
  private uidsOf(labels: readonly string[]): number[] {
    const names = this.labels[this.box];
    return this.cache!.messages.flatMap(({ uid }) =>
      uid !== undefined && labels.includes(names.get(uid) ?? '') ? [uid] : [],
    ).sort((a, b) => a - b);
  }

  private lasting(flags: readonly Flag[]): Flag[] {
    return flags.filter((flag) => this.ground.offers.flags.includes(flag));
  }

  private named(uids: readonly number[], byUid: boolean, command: string): string {
    if (byUid) return `UID ${command} ${setOf(uids)}`;
    return `${command} ${setOf(uids.map((uid) => this.cache!.numberOf(uid)).sort((a, b) => a - b))}`;
  }

  private said(line: string): string {
    return `session ${this.number + 1}, ${this.box}: ${line}`;
  }
}

/** Something went wrong in the midst of a step. */
export class Disagreement extends Error {
  constructor(readonly finding: Finding) {
    super(finding.says);
  }
}

function item(sign: Sign, silent: boolean): string {
  return `${sign === '=' ? '' : sign}FLAGS${silent ? '.SILENT' : ''}`;
}

function certaintyOf({ status }: Result): Certainty {
  return status === 'OK' ? 'sure' : status === 'lost' ? 'maybe' : 'refused';
}

function codeOf({ codes }: Result, name: string): ImapValue[] | undefined {
  return codes.find((code) => keyword(code[0]) === name);
}

/** The numbers of a set, in its order (RFC 4315 §4). */
function numbers(value: ImapValue | undefined): number[] {
  if (value === undefined || value.kind === 'list') return [];
  return numbersOf(value.bytes.toString('latin1')) ?? [];
}
