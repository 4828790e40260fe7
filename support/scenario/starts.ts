/** How scenarios name the session that they start from: `SMTP session after EHLO`, `POP3 session before login on the TLS port`. */
import type { ProtocolName } from '../dialogue/dialogue';
import { statesOf } from './ladders';

export interface Start {
  protocol: ProtocolName;
  /** A state of ladders.ts. */
  state: string;
  /** On the port that speaks TLS from the first octet, whatever else the target has. */
  onTlsPort?: boolean;
}

const PROTOCOLS: readonly ProtocolName[] = ['smtp', 'lmtp', 'pop3', 'imap'];
const ON_TLS_PORT = ' on the TLS port';

/** Every word of {session}; POP3 and IMAP have a TLS port of the protocol's own (RFC 8314 §3), and any state can be reached there. */
export const STARTS: ReadonlyMap<string, Start> = new Map(
  PROTOCOLS.flatMap((protocol) => statesOf(protocol).flatMap((state) => starts(protocol, state))),
);

/** The word without its port. */
export function withoutPort(word: string): string {
  return word.replace(ON_TLS_PORT, '');
}

function starts(protocol: ProtocolName, state: string): [word: string, start: Start][] {
  const word = `${protocol.toUpperCase()} session ${state}`;
  const plain: [string, Start] = [word, { protocol, state }];
  if (protocol === 'smtp' || protocol === 'lmtp') return [plain];
  return [plain, [`${word}${ON_TLS_PORT}`, { protocol, state, onTlsPort: true }]];
}
