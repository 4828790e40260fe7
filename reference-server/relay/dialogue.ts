/** What is said to another server, command by command (RFC 5321 §4.1). */

import { isIP } from 'node:net';
import { type ConnectionOptions, connect as secured, type TLSSocket } from 'node:tls';
import type { Clock } from '../net/clock';
import type { Connection } from '../net/connection';
import { type Answer, LONGEST_LINE, readAnswer } from './answer';
import { stuffed } from './content';
import { type FitParcel, fitted } from './fitted';
import { NO_OFFERS, type Offers, offersOf } from './offers';
import type { Timeouts } from './options';
import { type Outcome, outcomeOf, unfit } from './outcome';
import { needsTls, type Parcel } from './parcel';
import type { Authorities, Protection } from './protection';
import type { Signer } from './signer';
import { tooLateFor } from './time-left';

/** The other server closes, or cannot be used as things stand; another may be tried. */
export class Unusable extends Error {}

/** It has no TLS, or is not who it should be. */
export class Unprotected extends Unusable {}

/** Octets of content that are written at once. */
const BLOCK = 64 * 1024;
/** Octets of one chunk: a server that takes no more of it can say so behind each. */
const CHUNK = 1024 * 1024;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export interface DialogueOptions {
  /** This server's own name. */
  readonly hostname: string;
  /** The other server, as it is called in reports. */
  readonly remote: string;
  readonly clock: Clock;
  readonly timeouts: Timeouts;
  readonly authorities: Authorities;
  readonly signer?: Signer | undefined;
}

export class Dialogue {
  /** What the other server has offered since the last hello. */
  offers: Offers = NO_OFFERS;
  loggedIn = false;
  /** Under TLS, and the host is who it should be. */
  known = false;
  /** Messages that were handed over by it. */
  carried = 0;
  /** Whether content of the present message went out: from here on nobody knows who has it, until that is answered. */
  contentBegun = false;
  /** A transaction was begun that has come to no end. */
  transactionOpen = false;
  /** Each answer is read when those before it have been: commands may be written before they are answered. */
  private answers: Promise<unknown> = Promise.resolve();

  constructor(
    readonly connection: Connection,
    readonly options: DialogueOptions,
  ) {}

  /** The greeting, and who we are. Throws Unusable, and what `say` throws. */
  async begin(): Promise<void> {
    this.demand(await this.answer(this.options.timeouts.greeting));
    await this.hello();
  }

  /** EHLO, and HELO where that is not known (RFC 5321 §3.2). */
  async hello(): Promise<void> {
    const { hostname, timeouts } = this.options;
    const answer = await this.say(`EHLO ${hostname}`, timeouts.other);
    this.offers = answer.code === 250 ? offersOf(answer) : NO_OFFERS;
    if (answer.code >= 500) this.demand(await this.say(`HELO ${hostname}`, timeouts.other));
    else this.demand(answer);
  }

  /**
   * Whether TLS protects the dialogue now; what was known before is forgotten then (RFC 3207 §4.2). Throws Unusable where `judge` finds
   * something wrong with who is at the other end.
   */
  async startTls(judge?: Protection['judge']): Promise<boolean> {
    const answer = await this.say('STARTTLS', this.options.timeouts.other);
    if (answer.code !== 220) return false;
    let peer: TLSSocket | undefined;
    await this.within(this.options.timeouts.other, () =>
      this.connection.secureBy((socket) => {
        peer = secured({ socket, ...this.handshake() });
        return peer;
      }),
    );
    const wrong = peer && judge?.(peer);
    if (wrong !== undefined) throw new Unprotected(wrong);
    this.known = judge !== undefined;
    await this.hello();
    return true;
  }

  /** What is asked for in the handshake. Whatever the certificate says, it is judged behind it, if at all (RFC 7435 §3). */
  handshake(): ConnectionOptions {
    const { remote, authorities } = this.options;
    return {
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      minVersion: 'TLSv1.2',
      ...(authorities === undefined ? {} : { ca: authorities }),
      ...(isIP(remote) === 0 && !remote.startsWith('[') ? { servername: remote } : {}),
    };
  }

  /** AUTH PLAIN (RFC 4616 §2), or LOGIN, which some know alone. Throws Unusable where neither is offered, or the login is refused. */
  async logIn(user: string, password: string): Promise<void> {
    const { other } = this.options.timeouts;
    const offered = this.offers.get('AUTH') ?? [];
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    if (offered.includes('PLAIN')) {
      this.demand(await this.say(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, other));
    } else if (offered.includes('LOGIN')) {
      for (const line of ['AUTH LOGIN', base64(user)]) await this.demandChallenge(await this.say(line, other));
      this.demand(await this.say(base64(password), other));
    } else throw new Unusable('offers neither AUTH PLAIN nor LOGIN');
    this.loggedIn = true;
  }

  mail(path: string, parameters: readonly string[]): Promise<Answer> {
    return this.say([`MAIL FROM:<${path}>`, ...parameters].join(' '), this.options.timeouts.mail);
  }

  rcpt(path: string, parameters: readonly string[] = []): Promise<Answer> {
    return this.say([`RCPT TO:<${path}>`, ...parameters].join(' '), this.options.timeouts.rcpt);
  }

  async reset(): Promise<void> {
    this.demand(await this.say('RSET', this.options.timeouts.other));
    this.transactionOpen = false;
  }

  /** Asks whether the content may come; 354 alone says that it may (RFC 5321 §4.3.2). */
  startData(): Promise<Answer> {
    return this.say('DATA', this.options.timeouts.data);
  }

  /** The content behind 354; what is answered to it. */
  async content(content: Buffer): Promise<Answer> {
    this.contentBegun = true;
    await this.write(this.transparent(content));
    return this.answer(this.options.timeouts.end);
  }

  /** The content as it stands, in chunks (RFC 3030 §2); the first answer that refuses one, or that to the last. */
  async chunks(content: Buffer): Promise<Answer> {
    this.contentBegun = true;
    for (let from = 0; ; from += CHUNK) {
      const chunk = content.subarray(from, from + CHUNK);
      const last = from + CHUNK >= content.length;
      this.connection.write(`BDAT ${chunk.length}${last ? ' LAST' : ''}\r\n`);
      await this.write(chunk);
      const answer = await this.answer(this.options.timeouts.end);
      if (last || answer.code >= 300) return answer;
    }
  }

  /** The content as DATA carries it, and its end (RFC 5321 §4.5.2). */
  transparent(content: Buffer): Buffer {
    return stuffed(content);
  }

  /** RFC 5321 §4.1.1.10: says goodbye and waits a little for the answer. */
  async quit(): Promise<void> {
    await this.say('QUIT', this.options.timeouts.quit);
  }

  /** The message as the other server can take it, signed where it is to be, or why it cannot. */
  fitted(parcel: Parcel): FitParcel | Outcome {
    const { remote, clock, signer } = this.options;
    const { offers } = this;
    // RFC 8689 §4.2.1.
    if (needsTls(parcel) && !(this.known && offers.has('REQUIRETLS')))
      return unfit('5.7.30', `${remote} does not promise to hand it on under TLS`);
    return tooLateFor(parcel.envelope, offers, remote, clock.now()) ?? fitted(parcel, { offers, remote }, signer);
  }

  outcomeOf(answer: Answer): Outcome {
    return outcomeOf(answer, this.options.remote);
  }

  /** Throws Interrupted, Nonsense, and Unusable for 421: the other server is about to close (RFC 5321 §3.8). */
  async say(line: string, timeout: number): Promise<Answer> {
    this.connection.write(`${line}\r\n`);
    return this.answer(timeout);
  }

  private async answer(timeout: number): Promise<Answer> {
    const read = () => this.within(timeout, () => readAnswer(() => this.connection.readLine(LONGEST_LINE)));
    const next = this.answers.then(read);
    this.answers = next;
    const answer = await next;
    if (answer.code === 421) throw new Unusable(this.outcomeOf(answer).why);
    return answer;
  }

  /** RFC 4954 §4: whoever cannot read a challenge cancels. */
  private async demandChallenge(answer: Answer): Promise<void> {
    if (answer.code === 334) {
      if (BASE64.test(answer.lines.join(''))) return;
      await this.say('*', this.options.timeouts.other);
    }
    throw new Unusable(this.outcomeOf(answer).why);
  }

  /** Throws Unusable for any other reply than 2xx. */
  demand(answer: Answer): void {
    if (answer.code < 200 || answer.code > 299) throw new Unusable(this.outcomeOf(answer).why);
  }

  private async write(octets: Buffer): Promise<void> {
    for (let at = 0; at < octets.length; at += BLOCK) {
      this.connection.write(octets.subarray(at, at + BLOCK));
      await this.within(this.options.timeouts.block, () => this.connection.flush());
    }
  }

  private async within<T>(timeout: number, work: () => Promise<T>): Promise<T> {
    const cancel = this.options.clock.after(timeout, () => this.connection.interrupt('idle'));
    try {
      return await work();
    } finally {
      cancel();
    }
  }
}
