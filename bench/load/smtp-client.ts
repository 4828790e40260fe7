/** SMTP for loads: a session that hands in one message after another, a round trip each line. */
import { LineClient } from './line-client';
import { sample } from './sample';

const CONTENT = Buffer.concat([sample(1), Buffer.from('\r\n.\r\n')]);

export async function greeted(port: number, localAddress?: string): Promise<LineClient> {
  const client = await LineClient.open(port, localAddress);
  await expectReply(client, '220');
  client.write('EHLO bench.test\r\n');
  await expectReply(client, '250');
  return client;
}

/** A transaction with a message of about 2.5 KB. */
export function transactionTo(address: string): (client: LineClient) => Promise<void> {
  const lines = ['MAIL FROM:<sender@elsewhere.test>\r\n', `RCPT TO:<${address}>\r\n`, 'DATA\r\n', CONTENT] as const;
  return async (client) => {
    for (const [index, octets] of lines.entries()) {
      client.write(octets);
      await expectReply(client, index === 2 ? '354' : '250');
    }
  };
}

/** Reads a reply, which must have this code. */
export async function expectReply(client: LineClient, code: string): Promise<void> {
  for (;;) {
    const line = await client.line();
    if (!line.startsWith(code)) throw new Error(`${code} was expected, “${line}” came`);
    if (line[3] !== '-') return;
  }
}
