/** A client for POP3 (RFC 1939), no more than the suite needs to look into a maildrop and to empty it. */
import { setTimeout as wait } from 'node:timers/promises';
import { Blocked } from '../../outcome';
import type { Connection } from '../../wire/connection';
import { Pop3PayloadFrame, type Pop3Status, Pop3StatusFrame } from '../../wire/framing/pop3';
import type { Capabilities, Login } from '../target';
import { parseKeywords } from './keywords';
import { type Endpoint, needsUpgrade, reach } from './reach';

export class Pop3Client {
  /** Whether the greeting has a time stamp for APOP (RFC 1939 §7). */
  private stamped = false;

  private constructor(
    private readonly connection: Connection,
    private readonly endpoint: Endpoint,
  ) {}

  /** Connects; upgrades to TLS where the service demands it (RFC 2595 §4). */
  static async open(endpoint: Endpoint, { upgrade = needsUpgrade(endpoint) } = {}): Promise<Pop3Client> {
    const client = new Pop3Client(await reach(endpoint), endpoint);
    try {
      const greeting = await client.status();
      client.expect(greeting, 'the greeting');
      client.stamped = /<[^<> ]+@[^<> ]+>/.test(greeting.text.toString('latin1'));
      if (upgrade) {
        client.expect(await client.command('STLS'), 'STLS');
        await client.connection.startTls(endpoint.tls, endpoint.timeout);
      }
      return client;
    } catch (error) {
      client.destroy();
      throw error;
    }
  }

  /** Opens and logs in. A maildrop that another session holds (RFC 2449 §8.1.1) is asked for again, for one reply time. */
  static async login(endpoint: Endpoint, login: Login): Promise<Pop3Client> {
    const end = performance.now() + endpoint.timeout;
    for (;;) {
      const client = await Pop3Client.open(endpoint);
      try {
        const answer = await client.authenticate(login);
        if (answer.indicator === '+OK') return client;
        const text = answer.text.toString('latin1');
        if (!/^\[IN-USE\]/i.test(text) || performance.now() > end) {
          throw new Blocked('login-refused', `${client.where} refused the login of ${login.user}: -ERR ${text}`);
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

  /** The messages in order, with CRLF. */
  async messages(): Promise<Buffer[]> {
    const numbers = await this.list();
    const found: Buffer[] = [];
    for (const number of numbers) {
      this.expect(await this.command(`RETR ${number}`), `RETR ${number}`);
      const lines = await this.payload();
      found.push(Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')])));
    }
    return found;
  }

  /** Deletes every message; QUIT makes it true (RFC 1939 §6). */
  async deleteAll(): Promise<void> {
    for (const number of await this.list()) this.expect(await this.command(`DELE ${number}`), `DELE ${number}`);
    this.expect(await this.command('QUIT'), 'QUIT');
    this.destroy();
  }

  async quit(): Promise<void> {
    await this.command('QUIT').catch(() => undefined);
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

  private async list(): Promise<string[]> {
    this.expect(await this.command('LIST'), 'LIST');
    return (await this.payload()).map((line) => line.toString('latin1').split(' ')[0]!);
  }

  private async payload(): Promise<Buffer[]> {
    return (await this.connection.read(new Pop3PayloadFrame(), this.endpoint.timeout)).lines;
  }

  private expect({ indicator, text }: Pop3Status, what: string): void {
    if (indicator === '+OK') return;
    throw new Blocked('refused', `${this.where} answered ${what} with ${indicator} ${text.toString('latin1')}`);
  }

  private get where(): string {
    const { name, host, port } = this.endpoint.service;
    return `${name} at ${host}:${port}`;
  }

  private async command(line: string): Promise<Pop3Status> {
    this.connection.write(Buffer.from(`${line}\r\n`, 'utf8'));
    return await this.status();
  }

  private status(): Promise<Pop3Status> {
    return this.connection.read(new Pop3StatusFrame(), this.endpoint.timeout);
  }
}
