/**
 * Makes the record of one session of what was heard and what was said, whoever decides about it (the right server, a behaviour, a
 * dialogue): what a command has brought about depends on how it was answered.
 */
import { unstuffed, withoutLineEnd } from './client-frames';
import { type Envelope, readCommand, readEnvelope } from './command-line';
import { forbids, type Offers, offersOf } from './extensions';
import {
  aheadFaults,
  authFaults,
  contentFaults,
  envelopeFaults,
  fault,
  helloFaults,
  lineFaults,
  routeFaults,
  sizeFaults,
} from './faults';
import type { ClientFault, HostSession, Reply, SecureSession, Transaction } from './record';
import { ReplyLines } from './reply-lines';

/** What a reply answers. */
interface Asked {
  /** A verb, `greeting`, or `message` for the end of the data. */
  verb: string;
  argument: string;
  envelope?: Envelope;
}

const NONE: Offers = new Map();
const COMMANDS = /^(?:EHLO|HELO|MAIL|RCPT|DATA|BDAT|RSET|NOOP|QUIT|VRFY|EXPN|HELP|STARTTLS|AUTH|ETRN)$/;

export class Recorder {
  /** What the last EHLO reply offered. */
  offers: Offers = NONE;
  /** The transaction that is open. */
  transaction: Transaction | undefined;
  /** What was offered before TLS. */
  private before: Offers = NONE;
  private readonly asked: Asked[] = [{ verb: 'greeting', argument: '' }];
  private readonly replies = new ReplyLines();
  /** Octets that had come before the last reply was given: their lines do not know of it. */
  private ahead = 0;
  private dataRefused = false;

  constructor(
    readonly session: HostSession,
    private readonly changed: () => void,
  ) {}

  /** The verb that the next reply will answer. */
  get answering(): string | undefined {
    return this.asked[0]?.verb;
  }

  /** A line has come that is no command: the answer to a challenge of AUTH. @param line with its end */
  heardResponse(line: Buffer): void {
    this.note(...lineFaults(line));
    this.hear({ verb: 'AUTH', argument: '' }, line.length);
  }

  /** A command has come. @param line with its end */
  heard(line: Buffer): void {
    const { verb, argument } = readCommand(withoutLineEnd(line));
    const blind = this.ahead > 0;
    this.note(...lineFaults(line), ...this.orderFaults(verb, blind, line));
    if (verb === 'AUTH') this.note(...authFaults(argument, line));
    if (verb === 'STARTTLS' && this.session.tls) this.note(fault('R3207-4.2-6', 'it asked for TLS within TLS', line));
    const word = verb === 'MAIL' ? 'FROM' : verb === 'RCPT' ? 'TO' : undefined;
    const envelope = word && readEnvelope(argument, word);
    if (word && envelope) this.note(...this.envelopeFaults(line, envelope), ...routeFaults(line, word, envelope.path));
    if (verb === 'EHLO' || verb === 'HELO') this.note(...helloFaults(line, argument));
    this.dataRefused &&= COMMANDS.test(verb);
    this.hear({ verb, argument, ...(envelope && { envelope }) }, line.length);
  }

  /** A message's content has come whole, dots doubled. @param octets of it with its end */
  heardContent(content: Buffer, octets: number): void {
    const { parameters = [] } = this.transaction ?? {};
    const message = unstuffed(content);
    this.note(...contentFaults(content, parameters, this.offers), ...sizeFaults(message.length, parameters));
    if (this.transaction !== undefined) this.transaction.message = message;
    this.hear({ verb: 'message', argument: '' }, octets);
  }

  /** The host says this. @param unread what has come before it and was not looked at */
  said(octets: Buffer, unread: Buffer): void {
    for (const reply of this.replies.push(octets)) {
      const asked = this.asked.shift();
      if (asked === undefined) continue;
      if (unread.length > 0) this.note(...aheadFaults(asked.verb, this.offers, unread));
      this.ahead = unread.length;
      this.session.commands.push(`${asked.verb || '(no command)'} ${reply.code || 'garbage'}`);
      this.answered(asked, reply);
    }
    this.changed();
  }

  /** TLS is on: what was said before is forgotten (RFC 3207 §4.2). */
  secured(tls: SecureSession): void {
    this.session.tls = tls;
    delete this.session.hello;
    this.before = this.offers;
    this.offers = NONE;
    this.transaction = undefined;
    this.ahead = 0;
    this.changed();
  }

  loggedIn(user: string): void {
    this.session.user = user;
    this.changed();
  }

  /** The same thing is noted once. */
  note(...faults: ClientFault[]): void {
    const { faults: known } = this.session;
    for (const each of faults) {
      if (!known.some(({ requirement, what }) => requirement === each.requirement && what === each.what))
        known.push(each);
    }
    if (faults.length > 0) this.changed();
  }

  /** The client has closed the connection. */
  clientClosed(): void {
    const { commands } = this.session;
    // Who was told nonsense may think what it likes of this session.
    if (this.asked.length > 0 || commands.some((each) => /^QUIT | (?:421|521|garbage)$/.test(each))) return;
    this.note(fault('R5321-4.1.1.10-3', 'it closed the connection without QUIT, and nothing was owed to it'));
  }

  private hear(asked: Asked, octets: number): void {
    this.ahead = Math.max(0, this.ahead - octets);
    this.asked.push(asked);
    this.changed();
  }

  private orderFaults(verb: string, blind: boolean, line: Buffer): ClientFault[] {
    if (this.dataRefused && verb === '' && !blind)
      return [fault('R5321-3.3-10', 'it sent content although DATA was refused', line)];
    const transactional = verb === 'MAIL' || verb === 'RCPT' || verb === 'DATA';
    if (transactional && this.session.hello === undefined && this.session.tls)
      return [fault('R3207-4.2-3', `${verb} came behind the start of TLS without EHLO`, line)];
    if (transactional && this.session.hello === undefined)
      return [fault('R5321-4.1.1.1-5', `${verb} came before EHLO or HELO was accepted`, line)];
    if (verb === 'MAIL' && this.transaction !== undefined)
      return [fault('R5321-4.1.4-12', 'MAIL came inside an open transaction', line)];
    // Of a command that it sent before it knew of the refusal it says nothing.
    if ((verb === 'RCPT' || verb === 'DATA') && this.transaction === undefined && !blind)
      return [fault('R5321-3.3-14', `${verb} came without a MAIL that was accepted`, line)];
    return [];
  }

  private envelopeFaults(line: Buffer, { parameters }: Envelope): ClientFault[] {
    const given = [...parameters, ...(this.transaction?.parameters ?? [])];
    const utf8 = given.some((each) => /^SMTPUTF8$/i.test(each));
    const found = envelopeFaults(line, parameters, this.offers, utf8);
    const remembered = parameters.find((each) => forbids(each, this.offers) && !forbids(each, this.before));
    if (remembered) found.push(fault('R3207-4.2-2', `${remembered} was offered before TLS, and not within`, line));
    return found;
  }

  private answered({ verb, argument, envelope }: Asked, reply: Reply): void {
    const positive = reply.code >= 200 && reply.code < 300;
    if (verb === 'EHLO' || verb === 'HELO') {
      if (!positive) return;
      this.session.hello = { verb, name: argument };
      this.offers = verb === 'EHLO' ? offersOf(reply) : NONE;
      this.transaction = undefined;
    } else if (verb === 'MAIL') {
      const { path = '', parameters = [] } = envelope ?? {};
      const transaction: Transaction = { reversePath: path, parameters, recipients: [], accepted: false };
      this.session.transactions.push(transaction);
      if (positive) this.transaction = transaction;
      else transaction.reply = reply;
    } else if (verb === 'RCPT') {
      const { path = '', parameters = [] } = envelope ?? {};
      this.transaction?.recipients.push({ path, parameters, reply });
    } else if (verb === 'DATA') {
      this.dataRefused = reply.code !== 354;
      if (this.dataRefused) this.decide(reply, false);
    } else if (verb === 'message') {
      this.decide(reply, positive);
    } else if (verb === 'RSET') this.transaction = undefined;
  }

  private decide(reply: Reply, accepted: boolean): void {
    if (this.transaction === undefined) return;
    Object.assign(this.transaction, { reply, accepted });
    this.transaction = undefined;
  }
}
