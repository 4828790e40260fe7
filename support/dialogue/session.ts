import type { Connection } from '../wire/connection';
import type { FrameLimits } from '../wire/framing/frame';
import { ImapResponseFrame } from '../wire/framing/imap';
import type { ImapResponse, ImapStatus } from '../wire/framing/imap-value';
import { type Pop3Payload, Pop3PayloadFrame, type Pop3Status, Pop3StatusFrame } from '../wire/framing/pop3';
import { type SmtpReply, SmtpReplyFrame } from '../wire/framing/smtp';
import { firstRecord } from '../wire/records';
import type { HandshakeOptions, TlsOptions } from '../wire/tls-options';
import type { ProtocolName } from './dialogue';
import { Differs } from './differs';
import { Pop3Commands } from './pop3-commands';
import type { Resolve } from './scope';

export interface SessionOptions {
  /** The longest that a reply may take, in milliseconds. */
  reply: number;
  /** For `${starttls}`. */
  tls?: TlsOptions;
  /** Gives the names that mean something else on each session: what its service takes as user and password. */
  resolve?: Resolve;
  /** Bounds of one line and one reply, where the protocol's own do not suit. */
  frameLimits?: FrameLimits;
  /** Untagged responses that one IMAP command may cause. */
  mostUntagged?: number;
}

/** More than the largest mailbox that a scenario makes. */
const MOST_UNTAGGED = 250_000;

/** A connection that speaks a protocol: what it was sent, what is owed, what came and belongs to nobody yet. */
export class Session {
  /** What the client sent last, for messages. */
  lastSent: Buffer = Buffer.alloc(0);
  /** The reply before the one that is waited for, for messages. */
  lastCame: Buffer = Buffer.alloc(0);
  /** The lines of the last reply, for what is asked of them afterwards: SMTP's without code, POP3's status line and payload, IMAP's status. */
  lastLines: readonly Buffer[] = [];
  /** SMTP, LMTP: an answer that a dialogue expected was a refusal. */
  refused = false;
  /** The client has closed or broken the connection by itself. */
  closedByUs = false;
  /**
   * The most replies that may still come for what was sent; unknown is Infinity. What arrives when nothing is owed was
   * sent without being asked.
   */
  owed = 1;
  /** IMAP: untagged responses since the last status. */
  untagged: ImapResponse[] = [];
  /** IMAP: those that came before the last status, for what is asked of them afterwards. */
  lastUntagged: readonly ImapResponse[] = [];
  /** IMAP: results of pipelined commands that came before their turn, by tag. */
  readonly early = new Map<string, ImapStatus>();
  /** IMAP: something has come. What comes first is the greeting, whatever it is. */
  heard = false;
  private tags = 0;
  private readonly pop3 = new Pop3Commands();
  private inData = false;
  /** What is being sent is cut into fragments. */
  private inPieces = false;

  constructor(
    readonly connection: Connection,
    readonly protocol: ProtocolName,
    readonly options: SessionOptions,
  ) {}

  /** The connection's number in dialogues. */
  get number(): number {
    return this.connection.number;
  }

  /** IMAP: a tag for a command that the dialogue does not write itself. */
  nextTag(): string {
    return `suite${++this.tags}`;
  }

  /** Sends lines, which get their CRLF here, in one write. */
  sendLines(lines: Buffer[]): void {
    const bytes = Buffer.concat(lines.flatMap((line) => [line, CRLF]));
    this.note(bytes, false);
    this.owed += this.repliesTo(lines);
    this.connection.write(bytes);
  }

  /** Sends exactly these octets as a write of their own. */
  async sendApart(bytes: Buffer): Promise<void> {
    this.note(bytes, true);
    this.owed = Number.POSITIVE_INFINITY;
    await this.connection.writeApart(bytes, this.options.reply);
  }

  /** The next SMTP or LMTP reply. @throws WireMismatch */
  async readReply(): Promise<SmtpReply> {
    const { frameLimits } = this.options;
    const reply = await this.connection.read(new SmtpReplyFrame(frameLimits), this.options.reply);
    this.owed = Math.max(0, this.owed - 1);
    this.inData = reply.code === 354;
    this.inPieces = false;
    this.lastLines = reply.lines;
    this.lastCame = reply.raw;
    return reply;
  }

  /** The next POP3 status, and the payload where the command that it answers has one. @throws WireMismatch */
  async readPop3(): Promise<{ status: Pop3Status; command: string; payload?: Pop3Payload }> {
    const { frameLimits } = this.options;
    const status = await this.connection.read(new Pop3StatusFrame(frameLimits), this.options.reply);
    this.owed = Math.max(0, this.owed - 1);
    this.inPieces = false;
    const { command, payload } = this.pop3.answered(status.indicator);
    this.lastLines = [status.raw.subarray(0, -2)];
    this.lastCame = status.raw;
    if (!payload) return { status, command };
    const whole = await this.connection.read(new Pop3PayloadFrame(frameLimits), this.options.reply);
    this.lastLines = [...this.lastLines, ...whole.lines];
    return { status, command, payload: whole };
  }

  /** The next IMAP response of any kind. @param timeout milliseconds. @throws WireMismatch */
  async readResponse(timeout: number): Promise<ImapResponse> {
    const response = await this.connection.read(new ImapResponseFrame(this.options.frameLimits), timeout);
    this.heard = true;
    this.lastCame = response.raw;
    if (response.kind === 'status') this.lastLines = [response.raw.subarray(0, -2)];
    return response;
  }

  /** IMAP: keeps an untagged response for the group it may belong to. @throws WireMismatch when they never end. */
  keep(response: ImapResponse): void {
    this.untagged.push(response);
    const most = this.options.mostUntagged ?? MOST_UNTAGGED;
    if (this.untagged.length <= most) return;
    throw this.connection.mismatch('reply-too-long', `more than ${most} untagged responses without an end`);
  }

  /**
   * IMAP: takes the untagged responses that have arrived whole.
   * @param line of the dialogue that is being played. @throws Differs `bytes-left` for any other response.
   */
  gatherArrived(line: number): void {
    for (;;) {
      const response = this.connection.readArrived(new ImapResponseFrame(this.options.frameLimits));
      if (response === undefined) return;
      if (!isUntagged(response)) {
        throw new Differs('bytes-left', 'the server sent a response that nothing asked for', line, response.raw, 0);
      }
      this.keep(response);
    }
  }

  /** Starts TLS; nothing of what was sent before it counts any more. @throws WireMismatch `bytes-before-tls`, `tls-failed` */
  async startTls(handshake?: HandshakeOptions): Promise<void> {
    const { tls, reply } = this.options;
    if (tls === undefined) throw new Error('this session was opened without TLS options');
    if (this.connection.unread.length > 0) {
      // What came in clear behind the command was read as a handshake, which it is not: a right server says so.
      const record = firstRecord(this.connection.unread);
      if (record.kind === 'alert')
        throw this.connection.mismatch(
          'tls-failed',
          `the server has refused the handshake before it began: ${record.name}`,
        );
      throw this.connection.mismatch('bytes-before-tls', 'the server sent more in clear after its answer to STARTTLS');
    }
    await this.connection.startTls(tls, reply, handshake);
    this.owed = 0;
    this.pop3.forget();
    this.untagged = [];
    this.early.clear();
  }

  /** Both ends compress from here on. */
  startDeflate(): void {
    this.connection.startDeflate();
  }

  /** Both ends compress no more. */
  endDeflate(): void {
    this.connection.endDeflate();
  }

  private note(bytes: Buffer, piece: boolean): void {
    const goesOn = piece && this.inPieces && this.lastSent.length < 4096;
    this.lastSent = goesOn ? Buffer.concat([this.lastSent, bytes]) : bytes;
    this.inPieces = piece;
    if (this.protocol === 'pop3') this.pop3.sent(bytes);
  }

  private repliesTo(lines: Buffer[]): number {
    // A line with more lines inside may be answered any number of times: that is what such a scenario wants to know.
    const inside = this.inData ? DOT_INSIDE : LF_INSIDE;
    if (lines.some((line) => line.includes(10) && inside.test(line.toString('latin1'))))
      return Number.POSITIVE_INFINITY;
    if (!this.inData) return lines.length;
    const end = lines.findIndex((line) => line.length === 1 && line[0] === DOT);
    if (end < 0) return 0;
    this.inData = false;
    // LMTP answers the end of data once for each recipient: RFC 2033 §4.2.
    return this.protocol === 'lmtp' ? Number.POSITIVE_INFINITY : lines.length - end;
  }
}

const CRLF = Buffer.from('\r\n');
const DOT = 46;
const LF_INSIDE = /\n/;
const DOT_INSIDE = /(^|[\r\n])\.[\r\n]/;

/** Data, or a status that no command's tag stands before. */
export function isUntagged(response: ImapResponse): boolean {
  return response.kind === 'data' || (response.kind === 'status' && response.tag === '*');
}
