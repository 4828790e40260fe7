/** The protocols, as whoever opens ports needs them. */

import type { ServerContext } from './context';
import { startImap } from './imap';
import * as imap from './imap/faults';
import type { Connection } from './net/connection';
import { startPop3 } from './pop3';
import * as pop3 from './pop3/faults';
import type { ProtocolSeams } from './protocol-seams';
import type { Protocol, ServiceName } from './services';
import { startSmtp } from './smtp';
import * as smtp from './smtp/faults';

/** Serves one client until it is done. */
export type Serve = (connection: Connection) => Promise<void>;

export interface Speaker<Name extends Protocol = Protocol> {
  /** What all clients of the protocol share is made; gives, for each of its ports, what serves one of them. */
  start(context: ServerContext, guests: NonNullable<ProtocolSeams[Name]>): (name: ServiceName) => Serve;
  /** Milliseconds of silence that a session survives, unless the limits say otherwise. */
  readonly idle: number;
  /** What a connection beyond the limit is told. */
  readonly tooMany: string;
  /** What fault rules may name, GREETING included. */
  readonly commands: ReadonlySet<string>;
  /** Whether a fault rule may answer so. */
  isReply(text: string): boolean;
}

const MINUTE = 60_000;
/** RFC 5321 §4.5.3.2.7: at least five minutes. */
const SMTP = {
  start: startSmtp,
  isReply: smtp.isReply,
  idle: 5 * MINUTE,
  tooMany: '421 4.7.0 Too many connections\r\n',
};

export const PROTOCOLS: Readonly<{ [Name in Protocol]: Speaker<Name> }> = {
  smtp: { ...SMTP, commands: smtp.commandsOf('smtp') },
  lmtp: { ...SMTP, commands: smtp.commandsOf('lmtp') },
  pop3: {
    start: startPop3,
    commands: pop3.COMMANDS,
    isReply: pop3.isReply,
    // RFC 1939 §3: at least ten minutes.
    idle: 10 * MINUTE,
    tooMany: '-ERR [SYS/TEMP] Too many connections\r\n',
  },
  imap: {
    start: startImap,
    commands: imap.COMMANDS,
    isReply: imap.isReply,
    // RFC 9051 §5.4: at least thirty minutes.
    idle: 30 * MINUTE,
    tooMany: '* BYE Too many connections\r\n',
  },
};
