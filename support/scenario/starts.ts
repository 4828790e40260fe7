/** How scenarios name the session that they start from: `SMTP session after EHLO`, `POP3 session before login on the TLS port`. */
import type { ProtocolName } from '../dialogue/dialogue';
import type { ServiceName } from '../targets/target';
import { type Spoken, statesOf } from './ladders';

export interface Start {
  spoken: Spoken;
  /** A state of ladders.ts. */
  state: string;
  /** On the port that speaks TLS from the first octet, whatever else the target has. */
  onTlsPort?: boolean;
}

/** The word before “session”. */
const WORDS: Readonly<Record<Spoken, string>> = {
  smtp: 'SMTP',
  submission: 'submission',
  lmtp: 'LMTP',
  pop3: 'POP3',
  imap: 'IMAP',
};
/** Those that have a TLS port of their own (RFC 8314 §3); any state can be reached there. */
const TLS_PORTS: Partial<Record<Spoken, ServiceName>> = { submission: 'submissions', pop3: 'pop3s', imap: 'imaps' };
const ON_TLS_PORT = ' on the TLS port';

/** Every word of {session}. */
export const STARTS: ReadonlyMap<string, Start> = new Map(
  (Object.keys(WORDS) as Spoken[]).flatMap((spoken) => statesOf(spoken).flatMap((state) => starts(spoken, state))),
);

/** The word without its port. */
export function withoutPort(word: string): string {
  return word.replace(ON_TLS_PORT, '');
}

/** What is spoken on it. */
export function protocolOf({ spoken }: Pick<Start, 'spoken'>): ProtocolName {
  return spoken === 'submission' ? 'smtp' : spoken;
}

/** The service that it is opened at. */
export function serviceOf({ spoken, onTlsPort }: Omit<Start, 'state'>): ServiceName {
  return (onTlsPort && TLS_PORTS[spoken]) || spoken;
}

function starts(spoken: Spoken, state: string): [word: string, start: Start][] {
  const word = `${WORDS[spoken]} session ${state}`;
  const plain: [string, Start] = [word, { spoken, state }];
  if (TLS_PORTS[spoken] === undefined) return [plain];
  return [plain, [`${word}${ON_TLS_PORT}`, { spoken, state, onTlsPort: true }]];
}
