/** A user's way to their mail: one IMAP connection for what pages ask, opened when it is needed, one click at a time. */

import { AuthenticationFailure, ImapFlow } from 'imapflow';
import { replacedInPlace } from '../../seams';
import type { Click } from '../dialogue/click';
import { imapLogger } from '../dialogue/loggers';
import { type Place, trustOf } from '../options';
import { MailError } from './error';

/** A connection that nobody asks anything is given back after so long. */
const UNUSED = 60_000;

export interface AccountSettings {
  place: Place;
  user: string;
  patience: number;
  client?: ((right: ImapFlow) => Partial<ImapFlow>) | undefined;
}

/** Who asks: the password comes with each request and is kept by nobody. */
export interface Asking {
  readonly password: string;
  readonly click: Click;
}

export class MailAccount {
  private client: ImapFlow | undefined;
  private click: Click | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private unused: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly settings: AccountSettings) {}

  get user(): string {
    return this.settings.user;
  }

  /** Lets `work` have the connection when those before it are done. @throws MailError */
  use<T>(asking: Asking, work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const done = this.last.then(() => this.turn(asking, work));
    this.last = done.catch(() => {});
    return done;
  }

  /** A connection besides, for who waits for news; whoever asks for it closes it. @throws MailError */
  async another({ password, click }: Asking): Promise<ImapFlow> {
    return await this.connect(password, () => click);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.unused);
    this.client?.close();
    this.client = undefined;
  }

  private async turn<T>({ password, click }: Asking, work: (client: ImapFlow) => Promise<T>): Promise<T> {
    if (this.closed) throw new MailError('unreachable', 'the session is over');
    clearTimeout(this.unused);
    this.click = click;
    try {
      this.client = this.client?.usable ? this.client : await this.connect(password, () => this.click);
      return await work(this.client);
    } catch (error) {
      throw asMailError(error);
    } finally {
      this.click = undefined;
      this.unused = setTimeout(() => this.giveBack(), UNUSED);
      this.unused.unref();
      if (this.closed) this.close();
    }
  }

  private giveBack(): void {
    const client = this.client;
    this.client = undefined;
    client?.logout().catch(() => client.close());
  }

  private async connect(password: string, click: () => Click | undefined): Promise<ImapFlow> {
    const { place, user, patience, client: guest } = this.settings;
    const right = new ImapFlow({
      host: place.host,
      port: place.port,
      secure: place.tls === 'implicit',
      ...(place.tls === 'required' && { doSTARTTLS: true }),
      ...(place.tls === 'none' && { doSTARTTLS: false }),
      ...(place.servername !== undefined && { servername: place.servername }),
      tls: trustOf(place),
      auth: { user, pass: password },
      logger: imapLogger(click),
      disableAutoIdle: true,
      disableCompression: true,
      connectionTimeout: patience,
      greetingTimeout: patience,
    });
    const client = replacedInPlace(right, guest);
    // Without a listener a lost connection would end the process; whoever waits for an answer is told by its promise.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      client.close();
      throw asMailError(error);
    }
  }
}

/** What the client adds to its errors. */
interface Reasons {
  code?: string;
  responseStatus?: string;
  authenticationFailed?: boolean;
}

function asMailError(error: unknown): Error {
  if (error instanceof MailError) return error;
  if (error instanceof AuthenticationFailure) return new MailError('login-refused', error.message, { cause: error });
  const { code, responseStatus, message, authenticationFailed } = error as Error & Reasons;
  if (authenticationFailed) return new MailError('login-refused', message, { cause: error });
  if (responseStatus === 'NO' || responseStatus === 'BAD') return new MailError('refused', message, { cause: error });
  if (code !== undefined) return new MailError('unreachable', message, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}
