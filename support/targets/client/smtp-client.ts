/** A client for SMTP (RFC 5321) and LMTP (RFC 2033), no more than the suite needs to deliver and to ask for capabilities. */
import type { Connection } from '../../wire/connection';
import { type SmtpReply, SmtpReplyFrame } from '../../wire/framing/smtp';
import { sayGoodbye } from '../../wire/parting';
import type { Capabilities, Login } from '../target';
import { parseKeywords } from './keywords';
import { answerTo, type Endpoint, needsUpgrade, reach, refusal } from './reach';
import { stuff } from './stuffing';

const HELO = 'client.mailspec.test';

export class SmtpClient {
  private announced: Capabilities = new Map();

  private constructor(
    private readonly connection: Connection,
    private readonly endpoint: Endpoint,
  ) {}

  /** Connects and greets; upgrades to TLS where the service demands it. @throws Blocked when it does not let us in. */
  static async open(endpoint: Endpoint, { upgrade = needsUpgrade(endpoint) } = {}): Promise<SmtpClient> {
    const client = new SmtpClient(await reach(endpoint), endpoint);
    try {
      await client.expect('the greeting', 2);
      await client.hello();
      if (upgrade) await client.startTls();
      return client;
    } catch (error) {
      client.destroy();
      throw error;
    }
  }

  /** What the last EHLO or LHLO announced; empty where the server knows only HELO. */
  get capabilities(): Capabilities {
    return this.announced;
  }

  /** RFC 4954 AUTH PLAIN, then a new EHLO. */
  async login({ user, password }: Login): Promise<void> {
    const token = Buffer.from(`\0${user}\0${password}`).toString('base64');
    this.connection.transcript.hide(token);
    const { code, lines } = await this.command(`AUTH PLAIN ${token}`);
    if (code !== 235) throw refusal(this.endpoint, `AUTH PLAIN`, `${code} ${textOf(lines)}`, 'login-refused');
    await this.hello();
  }

  /**
   * One transaction.
   * @param content what goes over the wire, dots doubled and the end included
   * @throws Blocked `not-accepted` unless every recipient gets the message
   */
  async send(
    envelope: { from: string; to: readonly string[] },
    message: Buffer,
    content = stuff(message),
  ): Promise<void> {
    const eightBit = this.announced.has('8BITMIME') && message.some((octet) => octet > 127);
    const utf8 = this.announced.has('SMTPUTF8') && [envelope.from, ...envelope.to].some((a) => /[^\x00-\x7f]/.test(a));
    await this.demand(`MAIL FROM:<${envelope.from}>${eightBit ? ' BODY=8BITMIME' : ''}${utf8 ? ' SMTPUTF8' : ''}`, 2);
    for (const recipient of envelope.to) await this.demand(`RCPT TO:<${recipient}>`, 2);
    await this.demand('DATA', 3);
    this.connection.write(content);
    // RFC 2033 §4.2: LMTP answers once for each recipient.
    const answers = this.endpoint.service.name === 'lmtp' ? envelope.to.length : 1;
    for (let n = 0; n < answers; n++) await this.expect('the message', 2);
  }

  /** Says QUIT and lets go. */
  async quit(): Promise<void> {
    await sayGoodbye(this.connection, 'QUIT');
  }

  destroy(): void {
    this.connection.destroy();
  }

  /** RFC 3207. What was announced in clear is forgotten. */
  private async startTls(): Promise<void> {
    await this.demand('STARTTLS', 2);
    const { tls, timeout } = this.endpoint;
    await answerTo(this.endpoint, 'STARTTLS', () => this.connection.startTls(tls, timeout));
    await this.hello();
  }

  private async hello(): Promise<void> {
    if (this.endpoint.service.name === 'lmtp') {
      const { lines } = await this.demand(`LHLO ${HELO}`, 2);
      this.announced = parseKeywords(lines.slice(1));
      return;
    }
    const reply = await this.command(`EHLO ${HELO}`);
    this.announced = reply.code === 250 ? parseKeywords(reply.lines.slice(1)) : new Map();
    if (reply.code !== 250) await this.demand(`HELO ${HELO}`, 2);
  }

  private async demand(command: string, digit: number): Promise<SmtpReply> {
    this.write(command);
    return await this.expect(command, digit);
  }

  /** The reply to what was asked, which begins with this digit. */
  private async expect(asked: string, digit: number): Promise<SmtpReply> {
    const reply = await this.reply(asked);
    if (Math.floor(reply.code / 100) === digit) return reply;
    throw refusal(this.endpoint, asked, `${reply.code} ${textOf(reply.lines)}`, 'not-accepted');
  }

  private async command(line: string): Promise<SmtpReply> {
    this.write(line);
    return await this.reply(line);
  }

  private write(line: string): void {
    this.connection.write(Buffer.from(`${line}\r\n`, 'utf8'));
  }

  private reply(asked: string): Promise<SmtpReply> {
    const { timeout } = this.endpoint;
    return answerTo(this.endpoint, asked, () => this.connection.read(new SmtpReplyFrame(), timeout));
  }
}

function textOf(lines: readonly Buffer[]): string {
  return lines.at(-1)?.toString('latin1') ?? '';
}
