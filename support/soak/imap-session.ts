/** One IMAP session of a play: says commands, takes in all that comes, and lets the witness hear it. */

import { TargetError } from '../outcome';
import { type Endpoint, needsUpgrade, reach } from '../targets/client/reach';
import type { Login } from '../targets/target';
import type { Connection } from '../wire/connection';
import { ImapResponseFrame } from '../wire/framing/imap';
import { octetsOf, quoted } from '../wire/framing/imap-quoted';
import {
  type ImapResponse,
  type ImapStatus,
  type ImapValue,
  isTagged,
  keyword,
  responseName,
} from '../wire/framing/imap-value';
import { WireMismatch } from '../wire/mismatch';
import { ImapWitness } from '../witness/imap/session';
import { Ledger } from '../witness/ledger';
import { Cache } from './cache';
import { type Finding, WATCHED } from './finding';
import type { Line, Log } from './log';

const CRLF = Buffer.from('\r\n');

/** How a command ended; `lost` where nothing came, and nobody knows what became of it. */
export interface Result {
  status: 'OK' | 'NO' | 'BAD' | 'lost';
  /** What stands in brackets, in the result or in an untagged OK before it. */
  codes: ImapValue[][];
  text: string;
}

export class ImapSession {
  cache = new Cache();
  capabilities: ReadonlySet<string> = new Set();
  private readonly ledger = new Ledger();
  private readonly witness = new ImapWitness(this.ledger);
  private tags = 0;
  /** What brings a session to where it begins says nothing of the play. */
  private entered = false;
  /** The server has said BYE. */
  saidGoodbye = false;
  private idling: string | undefined;
  private readonly line: Pick<Line, 'connection' | 'session'>;

  private constructor(
    private readonly connection: Connection,
    private readonly endpoint: Endpoint,
    private readonly log: Log,
    /** From 0; undefined for the one that looks at what there is. */
    readonly number: number | undefined,
  ) {
    this.line = { connection: log.connect(), ...(number === undefined ? {} : { session: number }) };
  }

  /** Connects and logs in. @throws TargetError where the target does not let it in */
  static async open(endpoint: Endpoint, login: Login, log: Log, number?: number): Promise<ImapSession> {
    const connection = await reach(endpoint);
    const session = new ImapSession(connection, endpoint, log, number);
    try {
      await session.enter(login);
      return session;
    } catch (error) {
      connection.destroy();
      throw error;
    }
  }

  private async enter({ user, password }: Login): Promise<void> {
    const greeting = await this.read();
    if (greeting.kind !== 'status' || greeting.status === 'BYE') throw refused('the greeting', greeting.raw);
    if (needsUpgrade(this.endpoint)) {
      await this.demand('STARTTLS');
      await this.connection.startTls(this.endpoint.tls, this.endpoint.timeout);
    }
    await this.demand(`LOGIN ${quoted(octetsOf(user))} ${quoted(octetsOf(password))}`);
    const responses = await this.demand('CAPABILITY');
    const told = responses.filter((one) => one.kind === 'data' && responseName(one) === 'CAPABILITY');
    this.capabilities = new Set(
      told.flatMap((one) => (one.kind === 'data' ? one.values.slice(1).map((value) => keyword(value) ?? '') : [])),
    );
    this.entered = true;
  }

  has(capability: string): boolean {
    return this.capabilities.has(capability);
  }

  get isIdle(): boolean {
    return this.idling !== undefined;
  }

  /** What the witness has found wrong with this session by now. */
  breach(): Finding | undefined {
    const broken = this.ledger.broken.find(({ rule }) => WATCHED.has(rule));
    if (broken === undefined) return undefined;
    const detail = broken.detail.split('\n');
    const says = `session ${(this.number ?? 0) + 1}: ${broken.reason}`;
    const found = { kind: broken.rule, requirement: WATCHED.get(broken.rule)!, says, detail };
    if (broken.rule !== 'imap-expunge-time' || this.number === undefined) return found;
    const lines = ['S! * ${n:number} EXPUNGE'];
    return { ...found, proof: { session: this.number, command: /^\S+ (?:UID )?(?:FETCH|STORE|SEARCH) /, lines } };
  }

  /** Sends a command, and a literal when the server asks for it. */
  async command(line: string, literal?: Buffer): Promise<Result> {
    await this.done();
    const tag = this.say(line);
    return await this.result(tag, literal);
  }

  /** IDLE goes on until something else is said. @returns whether it was taken */
  async idle(): Promise<boolean> {
    await this.done();
    const tag = this.say('IDLE');
    const { last } = await this.until((response) => response.kind === 'continuation' || isTagged(response, tag));
    if (last.kind !== 'continuation') return false;
    this.idling = tag;
    return true;
  }

  /** Ends IDLE, where it is on. */
  async done(): Promise<void> {
    const tag = this.idling;
    if (tag === undefined) return;
    this.idling = undefined;
    this.write(Buffer.from('DONE\r\n'));
    await this.result(tag);
  }

  /** Sends a command and loses the connection before it hears of it; returns when the server has let go, and so has done with it. */
  async lose(line?: string, literal?: Buffer): Promise<void> {
    try {
      if (line !== undefined) {
        const tag = this.say(line);
        if (literal !== undefined) {
          const { last } = await this.until((response) => response.kind === 'continuation' || isTagged(response, tag));
          if (last.kind === 'continuation') this.write(Buffer.concat([literal, CRLF]), true);
        }
      }
      this.log.add({ ...this.line, from: 'C', text: '', act: 'close' });
      this.connection.halfClose();
      await this.connection.waitForEnd(this.endpoint.timeout);
    } catch (error) {
      if (!(error instanceof WireMismatch)) throw error;
    } finally {
      this.connection.destroy();
    }
  }

  async logout(): Promise<void> {
    await this.command('LOGOUT');
    this.connection.destroy();
  }

  destroy(): void {
    this.connection.destroy();
  }

  private async result(tag: string, literal?: Buffer): Promise<Result> {
    const codes: ImapValue[][] = [];
    let toSend = literal;
    for (;;) {
      const { last, data } = await this.until(
        (response) => response.kind === 'continuation' || isTagged(response, tag),
      );
      for (const one of data) if (one.kind === 'status' && one.code !== undefined) codes.push(one.code);
      if (last.kind === 'continuation' && toSend !== undefined) {
        this.write(Buffer.concat([toSend, CRLF]), true);
        toSend = undefined;
      }
      if (last.kind !== 'status') continue;
      if (last.code !== undefined) codes.push(last.code);
      return {
        status: (last as ImapStatus).status as Result['status'],
        codes,
        text: last.raw.toString('latin1').trim(),
      };
    }
  }

  private async demand(line: string): Promise<ImapResponse[]> {
    const tag = this.say(line);
    const { last, data } = await this.until((response) => isTagged(response, tag));
    if (last.kind !== 'status' || last.status !== 'OK') throw refused(line.split(' ')[0]!, last.raw);
    return data;
  }

  private say(line: string): string {
    const tag = `${this.number === undefined ? 'x' : 'abcdefghi'[this.number % 9]}${++this.tags}`;
    this.write(Buffer.from(`${tag} ${line}\r\n`, 'latin1'));
    return tag;
  }

  private write(octets: Buffer, literal?: true): void {
    this.witness.sent(octets);
    if (this.entered)
      this.log.add({ ...this.line, from: 'C', text: octets.toString('latin1'), ...(literal ? { literal } : {}) });
    this.connection.write(octets);
  }

  private async until(ends: (response: ImapResponse) => boolean) {
    const data: ImapResponse[] = [];
    for (;;) {
      const response = await this.read();
      if (ends(response)) return { last: response, data };
      data.push(response);
    }
  }

  private async read(): Promise<ImapResponse> {
    const response = await this.connection.read(new ImapResponseFrame(), this.endpoint.timeout);
    this.witness.came(response.raw);
    if (this.entered) this.log.add({ ...this.line, from: 'S', text: response.raw.toString('latin1') });
    if (response.kind === 'status' && response.status === 'BYE') this.saidGoodbye = true;
    this.cache.take(response);
    return response;
  }
}

function refused(what: string, answer: Buffer): TargetError {
  return new TargetError('refused', `imap answered ${what} with ${answer.toString('latin1').trim()}`);
}
