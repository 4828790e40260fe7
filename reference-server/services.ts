/** The services: what speaks on each port. */

import type { ServerContext } from './context';
import { serveImap } from './imap';
import type { Connection } from './net/connection';
import type { ServiceName } from './options';
import { servePop3 } from './pop3';
import { openSmtp } from './smtp';
import type { Protocol } from './views';

export interface Service {
  protocol: Protocol;
  /** What all clients of a port share is made; gives what serves one of them until it is done. */
  open(context: ServerContext, name: ServiceName): (connection: Connection) => Promise<void>;
  /** Whether TLS begins with the first octet. */
  implicitTls: boolean;
  /** Milliseconds of silence that a session survives, unless the limits say otherwise. */
  idle: number;
  /** What a connection beyond the limit is told. */
  tooMany: string;
}

const MINUTE = 60_000;
/** RFC 5321 §4.5.3.2.7: at least five minutes. */
const SMTP = {
  protocol: 'smtp',
  open: openSmtp,
  idle: 5 * MINUTE,
  tooMany: '421 4.7.0 Too many connections\r\n',
} satisfies Omit<Service, 'implicitTls'>;
/** RFC 1939 §3: at least ten minutes. */
const POP3 = {
  protocol: 'pop3',
  open: (context) => (connection) => servePop3(context, connection),
  idle: 10 * MINUTE,
  tooMany: '-ERR [SYS/TEMP] Too many connections\r\n',
} satisfies Omit<Service, 'implicitTls'>;
/** RFC 9051 §5.4: at least thirty minutes. */
const IMAP = {
  protocol: 'imap',
  open: (context) => (connection) => serveImap(context, connection),
  idle: 30 * MINUTE,
  tooMany: '* BYE Too many connections\r\n',
} satisfies Omit<Service, 'implicitTls'>;

export const SERVICES: Readonly<Record<ServiceName, Service>> = {
  smtp: { ...SMTP, implicitTls: false },
  submission: { ...SMTP, implicitTls: false },
  submissions: { ...SMTP, implicitTls: true },
  lmtp: { ...SMTP, protocol: 'lmtp', implicitTls: false },
  pop3: { ...POP3, implicitTls: false },
  pop3s: { ...POP3, implicitTls: true },
  imap: { ...IMAP, implicitTls: false },
  imaps: { ...IMAP, implicitTls: true },
};
