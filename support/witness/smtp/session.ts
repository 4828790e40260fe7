/** An SMTP or LMTP session as its octets show it: which reply belongs to what. */
import type { Ledger } from '../ledger';
import { checkAnnouncement } from './announcement';
import { checkForm, readReply } from './form';
import { type Answers, isSuccess, type SmtpReply } from './reply';
import { Said } from './said';
import type { SmtpProtocol, SmtpRule } from './smtp-rules';
import { SmtpState } from './state';
import { checkStatusCodes } from './status-codes';

const NOTHING = Buffer.alloc(0);

export class SmtpWitness {
  private readonly said = new Said();
  private readonly state: SmtpState;
  private rest: Buffer = NOTHING;
  /** Where a command is next, nothing. */
  private expects: Answers | undefined = { kind: 'greeting' };
  /** LMTP: all recipients have had their reply, and nothing else was answered since. */
  private allAnswered = false;
  /** LMTP: replies to the content that are still to come. */
  private recipients = 0;
  /** What comes is no reply: nothing can be read any more. */
  private broken = false;
  /** Nobody can tell any more what answers what. */
  private lost = false;

  constructor(
    private readonly protocol: SmtpProtocol,
    private readonly ledger: Ledger,
  ) {
    this.state = new SmtpState(protocol, this);
  }

  /** Holds the reply that is looked at against a rule that SMTP and LMTP share. */
  check(rule: SmtpRule, holds: boolean, why: string, at = 0): boolean {
    return this.ledger.check(`${this.protocol}-${rule}`, holds, why, at);
  }

  sent(octets: Buffer): void {
    this.said.add(octets);
  }

  came(octets: Buffer): void {
    if (this.broken) return;
    this.rest = Buffer.concat([this.rest, octets]);
    while (!this.broken && this.rest.length > 0) {
      const reply = readReply(this.rest, (bytes) => this.ledger.turnTo(bytes), this);
      if (reply === undefined) return;
      if (reply === 'broken') this.broken = true;
      else {
        this.rest = this.rest.subarray(reply.octets.length);
        this.judge(reply);
      }
    }
  }

  private judge(reply: SmtpReply): void {
    this.ledger.turnTo(reply.octets);
    const answers = this.answered(reply);
    if (answers.kind === 'command' || answers.kind === 'response')
      this.ledger.turnTo(reply.octets, answers.command.line);
    checkForm(reply, answers, this);
    checkStatusCodes(reply, answers, this.state, this);
    if (this.lost) return;
    checkAnnouncement(reply, answers, this.state, this);
    this.state.take(reply, answers);
    this.goOn(reply, answers);
  }

  /** What it answers; takes that away from what was said. */
  private answered(reply: SmtpReply): Answers {
    if (this.lost) return { kind: 'unknown' };
    if (this.state.over) {
      this.check('quit-is-last', false, 'something comes after the answer to QUIT');
      return this.lose();
    }
    const { expects } = this;
    switch (expects?.kind) {
      case 'greeting':
        return expects;
      case 'content':
        return this.answersContent(expects);
      case 'response': {
        const taken = this.said.response();
        return Buffer.isBuffer(taken) ? expects : this.unasked(taken, reply);
      }
      default: {
        const command = this.said.command();
        if (typeof command === 'string') return this.unasked(command, reply);
        this.allAnswered = false;
        this.check('asked', true, '');
        return { kind: 'command', command };
      }
    }
  }

  private answersContent(expects: Answers): Answers {
    if (this.recipients > 0) return expects;
    if (this.said.content() !== true) return this.lose();
    this.recipients = this.protocol === 'lmtp' ? this.state.recipients : 1;
    return expects;
  }

  /** A server that must end says so by 421, asked or not (RFC 5321 §3.8). */
  private unasked(why: 'nothing' | 'unclear', { code }: SmtpReply): Answers {
    if (why === 'nothing' && code !== 421) {
      if (this.allAnswered) this.check('reply-for-each-recipient', false, 'every recipient has had its reply');
      else this.check('asked', false, 'nothing was asked that this answers');
    }
    return this.lose();
  }

  private lose(): Answers {
    this.lost = true;
    return { kind: 'unknown' };
  }

  private goOn(reply: SmtpReply, answers: Answers): void {
    if (answers.kind === 'greeting') {
      this.expects = undefined;
      return;
    }
    if (answers.kind === 'content') {
      this.recipients--;
      if (this.recipients <= 0) {
        this.recipients = 0;
        this.allAnswered = this.protocol === 'lmtp';
        if (this.allAnswered) this.check('reply-for-each-recipient', true, '');
        this.state.endTransaction();
        this.expects = undefined;
      }
      return;
    }
    if (answers.kind !== 'command' && answers.kind !== 'response') return;
    const { command } = answers;
    if (reply.code === 354) this.expects = { kind: 'content', command };
    else if (reply.code === 334) this.expects = { kind: 'response', command };
    else this.expects = undefined;
    if (command.verb === 'STARTTLS' && isSuccess(reply)) this.said.forget();
    // LMTP: RFC 2033 §4.3.
    const lastChunk = command.verb === 'BDAT' && /\bLAST$/i.test(command.argument);
    if (!lastChunk || answers.kind !== 'command') return;
    if (this.protocol === 'lmtp' && !isSuccess(reply)) this.lost = true;
    else if (this.protocol === 'lmtp' && this.state.recipients > 1) {
      this.recipients = this.state.recipients - 1;
      this.expects = { kind: 'content', command };
    } else if (isSuccess(reply)) this.state.endTransaction();
  }
}
