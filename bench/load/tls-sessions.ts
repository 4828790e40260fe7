/** Sessions for loads that are there for their handshake. */
import { LineClient } from './line-client';
import { expectReply } from './smtp-client';

/** A session of IMAP from its greeting to its end. */
export function imapSession(upgraded: boolean): (port: number) => Promise<void> {
  return async (port) => {
    let client = upgraded ? await LineClient.open(port) : await LineClient.openSecure(port);
    await client.line();
    if (upgraded) {
      client.write('a STARTTLS\r\n');
      await client.line();
      client = await client.startTls();
    }
    client.write('b LOGOUT\r\n');
    await client.through('b OK');
    client.close();
  };
}

/** A session of SMTP likewise. */
export function smtpSession(upgraded: boolean): (port: number) => Promise<void> {
  return async (port) => {
    const client = upgraded ? await underTls(port) : await LineClient.openSecure(port);
    if (!upgraded) await expectReply(client, '220');
    client.write('QUIT\r\n');
    await expectReply(client, '221');
    client.close();
  };
}

/** A session of SMTP behind STARTTLS and EHLO. */
export async function underTls(port: number): Promise<LineClient> {
  let client = await LineClient.open(port);
  await expectReply(client, '220');
  await hello(client);
  client.write('STARTTLS\r\n');
  await expectReply(client, '220');
  client = await client.startTls();
  await hello(client);
  return client;
}

async function hello(client: LineClient): Promise<void> {
  client.write('EHLO bench.test\r\n');
  await expectReply(client, '250');
}
