/** IMAP for loads: commands whose responses are read to the tagged one and not looked at. */
import { LineClient } from './line-client';

export class ImapLoad {
  private tags = 0;

  private constructor(private readonly client: LineClient) {}

  static async login(port: number, user: string, password: string): Promise<ImapLoad> {
    const client = await LineClient.open(port);
    await client.line();
    const load = new ImapLoad(client);
    await load.command(`LOGIN "${user}" "${password}"`);
    return load;
  }

  /** Gives how many octets came. @throws unless it ends with OK. */
  async command(line: string): Promise<number> {
    const tag = this.tag();
    this.client.write(`${tag} ${line}\r\n`);
    return await this.finish(tag, line);
  }

  async append(mailbox: string, message: Buffer): Promise<void> {
    const tag = this.tag();
    this.client.write(`${tag} APPEND ${mailbox} {${message.length}}\r\n`);
    const line = await this.client.line();
    if (!line.startsWith('+')) throw new Error(line);
    this.client.write(Buffer.concat([message, Buffer.from('\r\n')]));
    await this.finish(tag, 'APPEND');
  }

  /** What STATUS says of a mailbox: numbers by their names in lower case. */
  async status(mailbox: string, items: readonly string[]): Promise<Record<string, number>> {
    const tag = this.tag();
    this.client.write(`${tag} STATUS ${mailbox} (${items.join(' ')})\r\n`);
    const said: Record<string, number> = {};
    for (;;) {
      const line = await this.client.line();
      if (line.startsWith(`${tag} OK`)) return said;
      if (line.startsWith(tag)) throw new Error(line);
      for (const item of items) {
        const value = new RegExp(`[( ]${item} (\\d+)`).exec(line)?.[1];
        if (value !== undefined) said[item.toLowerCase()] = Number(value);
      }
    }
  }

  close(): void {
    this.client.close();
  }

  // A literal may hold anything, but no line of our samples begins with a tag like this.
  private async finish(tag: string, what: string): Promise<number> {
    const octets = await this.client.through(`${tag} `);
    const status = await this.client.line();
    if (!status.startsWith('OK')) throw new Error(`${what}: ${status}`);
    return octets;
  }

  private tag(): string {
    this.tags++;
    return `tag-${this.tags}`;
  }
}
