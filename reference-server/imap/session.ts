import type { Connection } from '../net/connection';
import type { Octets } from '../net/octets';
import type { AccountBackend } from './backend/account';
import type { Selected } from './backend/selected';
import type { Call } from './command';
import type { Reading } from './fetch/reading';
import type { StringStyle } from './response/strings';
import type { ImapService } from './service';

/** Octets of responses that are gathered before they are handed to the connection. */
const GATHER = 64 * 1024;
/** Octets written after which a long answer waits for the client. */
const FULL = 512 * 1024;
/** Shorter octets are cheaper to copy into the text around them than to write apart. */
const COPIED = 8192;

/** One client: its state (RFC 9051 §3) and what is sent to it. */
export class Session {
  account: AccountBackend | undefined;
  selected: Selected | undefined;
  /** The command that is being carried out. */
  current: Call | undefined;
  /** Upper case names of what the client has enabled (RFC 5161). */
  readonly enabled = new Set<string>();
  /** BYE was said: the loop ends. */
  ended = false;
  /** Wrong commands and failed logins so far. */
  errors = 0;
  badLogins = 0;
  readonly style: StringStyle;
  private out = '';
  private written = 0;

  constructor(
    readonly service: ImapService,
    readonly connection: Connection,
  ) {
    const session = this;
    this.style = {
      get utf8() {
        return session.utf8;
      },
      get decodes() {
        return session.rev2;
      },
    };
  }

  get context() {
    return this.service.context;
  }

  get store() {
    return this.service.context.store;
  }

  get state(): 'greeted' | 'authenticated' | 'selected' {
    if (!this.account) return 'greeted';
    return this.selected ? 'selected' : 'authenticated';
  }

  /** Whether the client speaks IMAP4rev2: it said so, or nothing else is offered (RFC 9051 §6.3.1). */
  get rev2(): boolean {
    return this.service.rev2Alone || this.enabled.has('IMAP4REV2');
  }

  /** Whether the client takes UTF-8, in mailbox names, quoted strings and header fields (RFC 6855 §3, RFC 9051 §4.3, §5.1). */
  get utf8(): boolean {
    return this.rev2 || this.enabled.has('UTF8=ACCEPT');
  }

  /** What the client is shown of messages: surrogates, where it does not take UTF-8 and the server knows what that is (RFC 6855 §7). */
  get reading(): Reading {
    const { surrogates, structures, tables } = this.service;
    return tables.surrogates && !this.utf8 ? surrogates : structures;
  }

  /** What the offered extensions add up to. */
  get tables() {
    return this.service.tables;
  }

  /** `* text`; the text is a binary string. */
  untagged(text: string): void {
    this.send(`* ${text}\r\n`);
  }

  /** `tag OK [code] text`. */
  tagged(tag: string, status: 'OK' | 'NO' | 'BAD', text: string, code?: string): void {
    this.send(`${tag} ${status} ${code === undefined ? '' : `[${code}] `}${text}\r\n`);
  }

  /** `+ text`, sent at once. */
  continuation(text: string): void {
    this.send(`+ ${text}\r\n`);
  }

  /** Says BYE and ends the session after this command. */
  bye(text: string, code?: string): void {
    if (!this.ended) this.untagged(`BYE ${code === undefined ? '' : `[${code}] `}${text}`);
    this.ended = true;
  }

  /** A whole response with its CRLF. */
  send(response: string): void {
    const { out, write } = this.service.seams;
    const said = out ? out(response, this, this.current) : response;
    if (said === undefined) return;
    this.out += write ? binaryOf(write(Buffer.from(said, 'latin1'), said, this)) : said;
    if (this.out.length > GATHER) this.push();
  }

  /** A whole response of text and octets; long octets are not copied. */
  sendPieces(pieces: ReadonlyArray<string | Buffer>): void {
    // Who steps in sees a response whole.
    const { out, write } = this.service.seams;
    if (out || write) {
      this.send(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.toString('latin1'))).join(''));
      return;
    }
    for (const piece of pieces) {
      if (typeof piece === 'string') this.out += piece;
      else if (piece.length < COPIED) this.out += piece.toString('latin1');
      else {
        this.push();
        this.connection.write(piece);
        this.written += piece.length;
      }
    }
    if (this.out.length > GATHER) this.push();
  }

  /** Hands what has gathered to the connection. */
  push(): void {
    if (this.out === '') return;
    this.connection.write(Buffer.from(this.out, 'latin1'));
    this.written += this.out.length;
    this.out = '';
  }

  /** Whether so much was written that the client should first take some of it. */
  get full(): boolean {
    return this.written > FULL;
  }

  /** Resolves when the client has taken enough. */
  async drain(): Promise<void> {
    this.push();
    this.written = 0;
    await this.connection.flush();
  }

  /** Ends the selection of a mailbox, without a word. */
  deselect(): void {
    this.selected?.leave();
    this.selected = undefined;
  }
}

function binaryOf(octets: Octets): string {
  return Buffer.from(octets as string).toString('latin1');
}
