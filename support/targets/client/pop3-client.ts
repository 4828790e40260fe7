/** A client for POP3 (RFC 1939), no more than the suite needs to look into a maildrop and to empty it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '../../wire/connection';
import { type Pop3Payload, Pop3PayloadFrame, type Pop3Status, Pop3StatusFrame } from '../../wire/framing/pop3';
import { sayGoodbye } from '../../wire/parting';
import type { Capabilities, Login } from '../target';
import { parseKeywords } from './keywords';
import { answerTo, type Endpoint, needsUpgrade, reach, refusal } from './reach';

export class Pop3Client {
  /** Whether the greeting has a time stamp for APOP (RFC 1939 §7). */
  private stamped = false;
  /** What the payload that may follow belongs to. */
  private asked = '';

  private constructor(
    private readonly connection: Connection,
    private readonly endpoint: Endpoint,
  ) {}

  /** Connects; upgrades to TLS where the service demands it (RFC 2595 §4). */
  static async open(endpoint: Endpoint, { upgrade = needsUpgrade(endpoint) } = {}): Promise<Pop3Client> {
    const client = new Pop3Client(await reach(endpoint), endpoint);
    try {
      const greeting = client.expect('the greeting', await client.status('the greeting'));
      client.stamped = /<[^<> ]+@[^<> ]+>/.test(greeting.text.toString('latin1'));
      if (upgrade) {
        await client.demand('STLS');
        await answerTo(endpoint, 'STLS', () => client.connection.startTls(endpoint.tls, endpoint.timeout));
      }
      return client;
    } catch (error) {
      client.destroy();
      throw error;
    }
  }

  /**
   * Opens and logs in. A maildrop that another session holds (RFC 2449 §8.1.1) is asked for again, for one reply time.
   * @param utf8 whether messages are to come as they are, UTF-8 in their header or not, where the server knows how (RFC 6856 §2)
   */
  static async login(endpoint: Endpoint, login: Login, { utf8 = false } = {}): Promise<Pop3Client> {
    const end = performance.now() + endpoint.timeout;
    for (;;) {
      const client = await Pop3Client.open(endpoint);
      try {
        if (utf8 && (await client.capabilities()).has('UTF8')) await client.demand('UTF8');
        const answer = await client.authenticate(login);
        if (answer.indicator === '+OK') return client;
        const text = answer.text.toString('latin1');
        if (!/^\[IN-USE\]/i.test(text) || performance.now() > end) {
          throw refusal(endpoint, 'PASS', `-ERR ${text} (${login.user})`, 'login-refused');
        }
      } catch (error) {
        client.destroy();
        throw error;
      }
      await client.quit();
      await wait(50);
    }
  }

  /** RFC 2449 CAPA; empty where the server does not know it. APOP, which has no tag, is told by the greeting (RFC 2449 §6). */
  async capabilities(): Promise<Capabilities> {
    const { indicator } = await this.command('CAPA');
    const announced = indicator === '+OK' ? parseKeywords(await this.payload()) : new Map<string, readonly string[]>();
    return this.stamped ? new Map([...announced, ['APOP', []]]) : announced;
  }

  /** Which of these commands, each with a payload, are carried out; by their first words. */
  async tried(lines: readonly string[]): Promise<string[]> {
    const known: string[] = [];
    for (const line of lines) {
      try {
        if ((await this.command(line)).indicator !== '+OK') continue;
        await this.payload();
        known.push(line.split(' ')[0]!);
      } catch {
        // It hangs up on what it does not know.
        return known;
      }
    }
    return known;
  }

  /** How many messages there are. */
  async count(): Promise<number> {
    return (await this.list()).length;
  }

  /** The messages in order, by number and size. */
  async list(): Promise<string[][]> {
    await this.demand('LIST');
    return (await this.payload()).map((line) => line.toString('latin1').split(' '));
  }

  /** The unique-ids by number (RFC 1939 §7); undefined where the server has none. */
  async uniqueIds(): Promise<Map<string, string> | undefined> {
    if ((await this.command('UIDL')).indicator !== '+OK') return undefined;
    const lines = (await this.payload()).map((line) => line.toString('latin1').split(' '));
    return new Map(lines.map(([number = '', id = '']) => [number, id]));
  }

  /** Asks for a message, which `message` then reads. */
  async retrieve(number: string): Promise<void> {
    await this.demand(`RETR ${number}`);
  }

  /** The message that was asked for, line by line. One line that was not stuffed does not hide the others. */
  message(): Promise<Pop3Payload> {
    return this.wholePayload('kept');
  }

  /** Marks a message, until QUIT makes it true (RFC 1939 §5). */
  async delete(number: string): Promise<void> {
    await this.demand(`DELE ${number}`);
  }

  /** Deletes every message; QUIT makes it true (RFC 1939 §6). */
  async deleteAll(): Promise<void> {
    for (const [number = ''] of await this.list()) await this.delete(number);
    await this.finish();
  }

  /** QUIT, whose answer must be one: what came before it was answered whole. */
  async finish(): Promise<void> {
    await this.demand('QUIT');
    this.destroy();
  }

  async quit(): Promise<void> {
    await sayGoodbye(this.connection, 'QUIT');
  }

  /** Goes without QUIT, and waits until the server has let go too, as long as a reply may take: then it has done with it. */
  async lose(): Promise<void> {
    this.connection.halfClose();
    await this.connection.waitForEnd(this.endpoint.timeout).catch(() => undefined);
    this.destroy();
  }

  destroy(): void {
    this.connection.destroy();
  }

  private async authenticate({ user, password }: Login): Promise<Pop3Status> {
    this.connection.transcript.hide(password);
    const answer = await this.command(`USER ${user}`);
    return answer.indicator === '+OK' ? await this.command(`PASS ${password}`) : answer;
  }

  private async payload(): Promise<Buffer[]> {
    return (await this.wholePayload('refused')).lines;
  }

  private wholePayload(single: 'refused' | 'kept'): Promise<Pop3Payload> {
    const { timeout } = this.endpoint;
    const read = () => this.connection.read(new Pop3PayloadFrame(undefined, single), timeout);
    return answerTo(this.endpoint, this.asked, read);
  }

  private async demand(line: string): Promise<void> {
    this.expect(line, await this.command(line));
  }

  private expect(asked: string, status: Pop3Status): Pop3Status {
    if (status.indicator === '+OK') return status;
    throw refusal(this.endpoint, asked, `${status.indicator} ${status.text.toString('latin1')}`);
  }

  private async command(line: string): Promise<Pop3Status> {
    this.connection.write(Buffer.from(`${line}\r\n`, 'utf8'));
    return await this.status(line);
  }

  private status(asked: string): Promise<Pop3Status> {
    this.asked = asked;
    const { timeout } = this.endpoint;
    return answerTo(this.endpoint, asked, () => this.connection.read(new Pop3StatusFrame(), timeout));
  }
}
