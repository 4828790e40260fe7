/** Leads a session from the host's side: says what a right server says, and departs from that where the host's behaviour says so. */
import type { SecureContext } from 'node:tls';
import { isAnothers } from '../names';
import type { Moment, Reaction } from './behaviour';
import { type Place, tlsOf } from './certificates';
import { type Command, readCommand, readEnvelope } from './command-line';
import type { SessionConduct } from './conduct';
import type { Conversation } from './conversation';
import type { Offers } from './extensions';
import { logIn } from './log-in';
import type { Transaction } from './record';
import { replyOctets, textOf } from './replies';
import { type Right, rightReply, tooLarge } from './right-replies';

/** The host has nothing more to say in this session. */
class SessionOver extends Error {}

const REFUSED = /^[45]/;

export class RightServer {
  /** The client was told that there is no TLS after all. */
  private stripped = false;
  private context: SecureContext | undefined;

  constructor(
    private readonly host: Place,
    private readonly conversation: Conversation,
    private readonly conduct: SessionConduct,
    /** Told of each message that it has taken. */
    private readonly taken: (transaction: Transaction) => void = () => {},
  ) {}

  /** From the greeting to the end. @throws WireMismatch where the client ends it, or is silent for too long */
  async run(): Promise<void> {
    await this.untilOver(async () => {
      const code = await this.answer('the greeting', ['220', `${this.host.name} ESMTP`]);
      await this.listen(REFUSED.test(code));
    });
  }

  /** Where another has led the session so far. @param line a command that was heard and not answered yet. @throws as `run` */
  async goOn(line?: Buffer): Promise<void> {
    await this.untilOver(async () => {
      if (line !== undefined) await this.command(readCommand(line));
      await this.listen(false);
    });
  }

  /** Answers one command. @throws as `run` */
  async take(line: Buffer): Promise<void> {
    await this.untilOver(() => this.command(readCommand(line)));
  }

  /** Has the certificate at hand, so that nothing comes between 220 and the handshake. */
  async prepareTls(): Promise<void> {
    this.context = await tlsOf(this.host, this.conduct.behaviour);
  }

  /** Shakes hands for TLS. @throws WireMismatch `tls-failed` */
  async secure(): Promise<void> {
    if (this.context === undefined) throw new Error('TLS was not prepared');
    await this.conversation.startTls(this.context);
  }

  private async untilOver(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof SessionOver)) throw error;
    }
  }

  /** @param refused RFC 5321 §3.1: who was greeted so is answered 503 to everything but QUIT. */
  private async listen(refused: boolean): Promise<never> {
    for (;;) {
      const command = readCommand(await this.conversation.hear());
      if (refused && command.verb !== 'QUIT') this.say(['503', '5.5.1 no service here']);
      else await this.command(command);
    }
  }

  private async command(command: Command): Promise<void> {
    const { verb } = command;
    const right = rightReply(command, {
      name: this.host.name,
      offers: this.offers(),
      recorder: this.conversation.recorder,
      demandsLogin: this.conduct.behaviour.demandsLogin,
    });
    if (REFUSED.test(right[0])) return void this.say(right);
    switch (verb) {
      case 'EHLO':
      case 'HELO':
      case 'MAIL':
        return void (await this.answer(verb, right));
      case 'RCPT':
        return void (await this.recipient(readEnvelope(command.argument, 'TO')?.path, right));
      case 'DATA':
        if ((await this.answerAll(verb, right)) === '354') await this.content();
        return;
      case 'STARTTLS':
        return await this.startTls(right);
      case 'AUTH':
        return await this.authenticate(command.argument);
      case 'QUIT':
        await this.answer(verb, right);
        await this.end();
        return;
      default:
        this.say(right);
    }
  }

  /** What an earlier scenario has left for others is taken, and no behaviour of this one is used up by it. */
  private async recipient(path: string | undefined, right: Right): Promise<void> {
    if (path !== undefined && isAnothers(path, this.host.name)) this.say(right);
    else await this.answer('RCPT', right, path?.replace(/@[^@]*$/, ''));
  }

  /** Likewise of what is said to all recipients of a transaction. @returns the code that was said */
  private async answerAll(moment: Moment, right: Right): Promise<string> {
    const recipients = this.conversation.recorder.transaction?.recipients ?? [];
    if (!recipients.some(({ path }) => isAnothers(path, this.host.name))) return await this.answer(moment, right);
    this.say(right);
    return right[0];
  }

  private offers(): Offers {
    const { offers, offersWithin } = this.conduct.behaviour;
    if (!this.stripped && this.conversation.recorder.session.tls === undefined) return offers;
    if (!this.stripped && offersWithin) return offersWithin;
    // RFC 3207 §4.2: under TLS it is not offered again.
    return new Map([...offers].filter(([keyword]) => keyword !== 'STARTTLS'));
  }

  private async content(): Promise<void> {
    const { recorder } = this.conversation;
    const { length } = await this.conversation.hearContent();
    const { transaction } = recorder;
    const large = tooLarge(length, recorder.offers);
    if (large) return this.say(['552', textOf('552')]);
    await this.answerAll('the message', ['250', `2.0.0 taken as ${recorder.session.transactions.length}`]);
    if (transaction?.accepted) this.taken(transaction);
  }

  private async startTls(right: Right): Promise<void> {
    this.stripped = this.conduct.behaviour.stripped;
    if (this.stripped) return this.say(['454', textOf('454')]);
    if (this.conversation.recorder.session.tls) return this.say(['503', textOf('503')]);
    await this.prepareTls();
    if ((await this.answer('STARTTLS', right)) === '220') await this.secure();
  }

  private async authenticate(argument: string): Promise<void> {
    const reaction = this.conduct.reactionTo('AUTH');
    if (reaction !== undefined) return void (await this.react(reaction, ['235', textOf('235')]));
    const { code, user, password } = await logIn(argument, async (challenge) => {
      this.say(['334', challenge]);
      return (await this.conversation.hearResponse()).toString('latin1');
    });
    if (password !== undefined) this.conversation.connection.transcript.hide(password);
    this.say([code, textOf(code)]);
    if (code === '235' && user !== undefined) this.conversation.recorder.loggedIn(user);
  }

  /** @returns the code that was said */
  private async answer(moment: Moment, right: Right, of?: string): Promise<string> {
    const reaction = this.conduct.reactionTo(moment, of);
    if (reaction !== undefined) return await this.react(reaction, right);
    this.say(right);
    return right[0];
  }

  private async react({ act, after, closes, keepsSilent }: Reaction, right: Right): Promise<string> {
    if (after > 0) await this.conversation.pause(after);
    if (act.kind === 'reply') {
      const lines = act.text !== '' ? [act.text] : act.code === right[0] ? right.slice(1) : [textOf(act.code)];
      this.say([act.code, ...lines]);
      if (closes) await this.end();
      if (keepsSilent) await this.keepSilent();
      return act.code;
    }
    if (act.kind === 'garbage') this.conversation.say(GARBAGE);
    if (act.kind === 'an endless line') await this.conversation.sayWithoutEnd();
    if (act.kind === 'garbage' && !closes) return '';
    if (act.kind === 'silence' || act.kind === 'an endless line') await this.conversation.waitForEnd();
    if (act.kind !== 'a reset connection') return await this.end();
    this.conversation.reset();
    throw new SessionOver();
  }

  private say([code, ...lines]: Right): void {
    this.conversation.say(replyOctets(code, lines));
  }

  private async keepSilent(): Promise<never> {
    await this.conversation.waitForEnd();
    return await this.end();
  }

  private async end(): Promise<never> {
    await this.conversation.close();
    throw new SessionOver();
  }
}

/** Nothing that a reply could begin with: RFC 5321 §4.2. */
const GARBAGE = Buffer.from('\x00\xff?! this is no reply\r\n', 'latin1');
