/** A short talk with a service, a command at a time, whatever its protocol. */
import { type Endpoint, reach } from '../targets/client/reach';
import type { ServiceName, Target } from '../targets/target';
import type { Connection } from '../wire/connection';
import { ImapResponseFrame } from '../wire/framing/imap';
import { Pop3StatusFrame } from '../wire/framing/pop3';
import { SmtpReplyFrame } from '../wire/framing/smtp';

export interface Answer {
  /** `250`, `+OK`, `a1 BAD`: what says how it went. */
  status: string;
  milliseconds: number;
}

export class Conversation {
  private tag = 0;

  private constructor(
    private readonly connection: Connection,
    private readonly endpoint: Endpoint,
  ) {}

  /**
   * Connects and reads the greeting.
   * @throws TargetError when the service is out of reach; WireMismatch when its greeting is none
   */
  static async open(target: Target, name: ServiceName): Promise<{ conversation: Conversation; greeting: Answer }> {
    const service = target.service(name);
    if (service === undefined) throw new Error(`The target has no service ${name}.`);
    const endpoint = { service, tls: target.tls, timeout: target.timing.reply };
    const conversation = new Conversation(await reach(endpoint), endpoint);
    try {
      return { conversation, greeting: await conversation.answer() };
    } catch (error) {
      conversation.close();
      throw error;
    }
  }

  /** Sends a command, with a tag where the protocol has tags. @throws WireMismatch when no answer comes */
  async ask(command: string): Promise<Answer> {
    const tag = this.isImap ? `a${++this.tag} ` : '';
    this.connection.write(Buffer.from(`${tag}${command}\r\n`, 'utf8'));
    return await this.answer();
  }

  close(): void {
    this.connection.destroy();
  }

  private get isImap(): boolean {
    return this.endpoint.service.name.startsWith('imap');
  }

  private async answer(): Promise<Answer> {
    const began = performance.now();
    const status = await this.status();
    return { status, milliseconds: performance.now() - began };
  }

  private async status(): Promise<string> {
    const { connection, endpoint } = this;
    if (endpoint.service.name.startsWith('pop3')) {
      return (await connection.read(new Pop3StatusFrame(), endpoint.timeout)).indicator;
    }
    if (!this.isImap) return String((await connection.read(new SmtpReplyFrame(), endpoint.timeout)).code);
    for (;;) {
      const response = await connection.read(new ImapResponseFrame(), endpoint.timeout);
      if (response.kind === 'status' && (this.tag === 0 || response.tag === `a${this.tag}`)) return response.status;
    }
  }
}
