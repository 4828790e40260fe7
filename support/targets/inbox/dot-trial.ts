/**
 * A dot that SMTP kept and POP3 did not double looks like one that both treated right. So, once, a line begins with a dot that the suite has
 * not doubled: SMTP takes it away (RFC 5321 §4.5.2), and where it does not, POP3 has to double it (RFC 1939 §3).
 */
import { randomBytes } from 'node:crypto';
import type { Sender } from '../put/sender';
import type { Account } from '../target';

export interface DotTrial {
  send(account: Account): Promise<void>;
  /** Whether these are the lines of the message that was sent. */
  isOurs(lines: readonly Buffer[]): boolean;
}

/** @param door takes a message as a client of SMTP or LMTP writes it */
export function dotTrial(door: Sender, from: string): DotTrial {
  const subject = `Subject: dots ${randomBytes(6).toString('hex')}`;
  return {
    send: ({ address }) => {
      const written = `From: <${from}>\r\nTo: <${address}>\r\n${subject}\r\n\r\n.one\r\n..two\r\n`;
      return door.send({ from, to: [address] }, Buffer.from(written), Buffer.from(`${written}.\r\n`));
    },
    isOurs: (lines) => lines.some((line) => line.toString('latin1') === subject),
  };
}
