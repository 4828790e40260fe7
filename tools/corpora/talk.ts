import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Clock } from '../../reference-server/net/clock';
import { Connection } from '../../reference-server/net/connection';
import type { Serve } from '../../reference-server/protocols';
import { ImapResponseFrame } from '../../support/wire/framing/imap';
import type { ImapData } from '../../support/wire/framing/imap-value';
import { Recording } from '../../support/wire/recording';

/** Milliseconds of silence after which the server would hang up: no client here is so slow. */
const IDLE = 600_000;
const ADDRESSES = { remoteAddress: '192.0.2.7', localAddress: '192.0.2.1' };
const NOTHING = Buffer.alloc(0);

/** One session with a server in this process, without a network: what is said and what comes is recorded for the witness. */
export class Talk {
  readonly recording: Recording;
  private heard: Buffer = NOTHING;
  private wake: () => void = () => {};
  private over = false;
  private readonly served: Promise<void>;
  private readonly socket: Duplex;
  private tags = 0;

  constructor(protocol: 'imap' | 'pop3', serve: Serve, clock: Clock) {
    this.recording = new Recording(protocol);
    this.socket = new Duplex({
      read() {},
      write: (chunk: Buffer, _encoding, done) => {
        this.recording.hear('S', chunk);
        this.heard = Buffer.concat([this.heard, chunk]);
        this.wake();
        done();
      },
      allowHalfOpen: true,
    });
    const connection = new Connection(Object.assign(this.socket, ADDRESSES) as unknown as Socket, {
      clock,
      idle: IDLE,
    });
    this.served = serve(connection)
      .then(() => connection.end())
      .finally(() => {
        this.over = true;
        this.wake();
      });
  }

  /** IMAP: a command with what its literals hold, and all data that come before its result. */
  async imap(command: string, literal?: Buffer): Promise<{ status: string; data: ImapData[] }> {
    const tag = `c${++this.tags}`;
    this.say(Buffer.concat([Buffer.from(`${tag} ${command}\r\n`, 'latin1'), ...(literal ? [literal, CRLF] : [])]));
    const data: ImapData[] = [];
    for (;;) {
      const response = await this.response();
      if (response.kind === 'data') data.push(response);
      else if (response.kind === 'status' && response.tag === tag) return { status: response.status, data };
    }
  }

  /** POP3: the first line of what answers, and the lines behind it where it has any. */
  async pop3(command: string, isLong = false): Promise<{ ok: boolean; text: string }> {
    this.say(Buffer.from(`${command}\r\n`, 'latin1'));
    await this.until(() => this.heard.includes('\r\n'));
    const ok = this.heard[0] === PLUS;
    if (ok && isLong) await this.until(() => endsIn(this.heard, '\r\n.\r\n'));
    return { ok, text: this.taken(this.heard.length).toString('latin1') };
  }

  /** What a server says before it is asked. */
  async greeting(): Promise<void> {
    await this.until(() => this.heard.includes('\r\n'));
    this.taken(this.heard.length);
  }

  async end(): Promise<void> {
    this.socket.push(null);
    await this.served;
  }

  private async response() {
    const frame = new ImapResponseFrame();
    let found: ReturnType<ImapResponseFrame['take']>;
    await this.until(() => {
      found = frame.take(this.heard);
      return found !== undefined;
    });
    this.taken(found!.octets);
    return found!.value;
  }

  private say(octets: Buffer): void {
    this.recording.hear('C', octets);
    this.socket.push(octets);
  }

  private taken(octets: number): Buffer {
    const taken = this.heard.subarray(0, octets);
    this.heard = this.heard.subarray(octets);
    return taken;
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.over) throw new Error(`the session ended behind ${this.heard.subarray(-200).toString('latin1')}`);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

const CRLF = Buffer.from('\r\n');
const PLUS = 43;

function endsIn(octets: Buffer, text: string): boolean {
  return octets.subarray(-text.length).toString('latin1') === text;
}
