/** One session from the host's side: what is heard and said on the wire, all of it recorded. */

import type { SecureContext, TLSSocket } from 'node:tls';
import type { Connection } from '../../wire/connection';
import { endWithin } from '../../wire/parting';
import { ClientLineFrame, ContentFrame, withoutLineEnd } from './client-frames';
import { fault, nameFaults, versionFaults } from './faults';
import type { Recorder } from './recorder';

/** More than any client has to say to one host. */
const MOST_COMMANDS = 20_000;
/** A dot with its CRLF. */
const LAST_LINE = 3;
const ENDLESS = Buffer.alloc(8192, 'a');
/** So much of a line without an end is sent; more would only fill the memory of who gathers it. */
const ENDLESS_PIECES = 32;

export class Conversation {
  constructor(
    readonly connection: Connection,
    readonly recorder: Recorder,
    /** Milliseconds that a client may be silent. */
    private readonly patience: number,
    /** The host's name. */
    private readonly host = '',
  ) {}

  /** The next command, without its end. @throws WireMismatch where the client closes, is silent too long or sends too much */
  async hear(): Promise<Buffer> {
    const { commands } = this.recorder.session;
    if (commands.length >= MOST_COMMANDS)
      throw this.connection.mismatch('too-much', `more than ${MOST_COMMANDS} commands in one session`);
    const line = await this.line();
    this.recorder.heard(line);
    return withoutLineEnd(line);
  }

  /** The answer to a challenge of AUTH. @throws WireMismatch */
  async hearResponse(): Promise<Buffer> {
    const line = await this.line();
    this.recorder.heardResponse(line);
    return withoutLineEnd(line);
  }

  /** A message's content, as it came. @throws WireMismatch */
  async hearContent(): Promise<Buffer> {
    const content = await this.connection.read(new ContentFrame(), this.patience);
    this.recorder.heardContent(content, content.length + LAST_LINE);
    return content;
  }

  /** Exactly these octets, in one write. */
  say(octets: Buffer): void {
    this.recorder.said(octets, this.connection.unread);
    this.connection.write(octets);
  }

  /** Exactly these octets, a write of their own. */
  async sayApart(octets: Buffer): Promise<void> {
    this.recorder.said(octets, this.connection.unread);
    await this.connection.writeApart(octets, this.patience);
  }

  /** A line that does not end. */
  async sayWithoutEnd(): Promise<void> {
    for (let n = 0; n < ENDLESS_PIECES && this.connection.ended === undefined; n++) {
      await this.connection.writeApart(ENDLESS, this.patience);
    }
  }

  /** Says nothing for so long, or until the client closes. */
  async pause(milliseconds: number): Promise<void> {
    const { session } = this.recorder;
    session.pausing = true;
    await this.connection.waitForEnd(milliseconds).catch(() => undefined);
    session.pausing = false;
  }

  /** Waits so long for anything to come, or for the end. */
  async hears(milliseconds: number): Promise<boolean> {
    const { session } = this.recorder;
    session.pausing = true;
    try {
      return await this.connection.waitForMore(0, milliseconds);
    } finally {
      session.pausing = false;
    }
  }

  /** Waits for the client to close, and listens to nothing that it says. */
  async waitForEnd(): Promise<void> {
    await endWithin(this.connection, this.patience);
  }

  /** Closes, and gives the client time to do so too. */
  async close(): Promise<void> {
    this.connection.halfClose();
    await endWithin(this.connection);
    this.connection.destroy();
  }

  reset(): void {
    this.connection.reset();
  }

  async startTls(context: SecureContext): Promise<void> {
    await this.connection.startTls(context, this.patience).catch((error) => {
      // OpenSSL's words for what is no record of TLS.
      if (/wrong version number|http request/i.test(String(error?.message ?? error)))
        this.recorder.note(fault('R3207-4-4', 'what came behind 220 was no TLS'));
      throw error;
    });
    const secure = this.connection.tls!;
    this.recorder.note(
      ...versionFaults(secure.getProtocol() ?? ''),
      ...nameFaults(named(secure).servername, this.host),
    );
    this.recorder.secured({ version: secure.getProtocol() ?? '', ...named(secure) });
  }

  private async line(): Promise<Buffer> {
    return await this.connection.read(new ClientLineFrame(), this.patience);
  }
}

/** The name that the client asked for: Node's types do not know that a server's socket has it. */
function named(secure: TLSSocket): { servername?: string } {
  const { servername } = secure as TLSSocket & { servername?: string | false };
  return typeof servername === 'string' ? { servername } : {};
}
