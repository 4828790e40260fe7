/** How scenarios name the session that they start from: `SMTP session after EHLO`, `POP3 session before login on the TLS port`. */
import type { ProtocolName } from '../dialogue/dialogue';
import type { Clients, ServiceName } from '../targets/target';
import { BEFORE_HANDSHAKE, type Spoken, statesOf } from './ladders';

export interface Start {
  spoken: Spoken;
  /** A state of ladders.ts. */
  state: string;
  /** On the port that speaks TLS from the first octet, whatever else the target has. */
  onTlsPort?: boolean;
  /** From this address; otherwise from the one that the machine takes by itself. */
  from?: keyof Clients;
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
/** Who may send elsewhere without a password is told by the address (RFC 6409 §3.3). */
const FROM: Readonly<Record<keyof Clients, string>> = {
  trusted: ' from a trusted address',
  stranger: " from a stranger's address",
};
const SENDING: readonly Spoken[] = ['smtp', 'submission'];

/** Every word of {session}. */
export const STARTS: ReadonlyMap<string, Start> = new Map(
  (Object.keys(WORDS) as Spoken[]).flatMap((spoken) => statesOf(spoken).flatMap((state) => starts(spoken, state))),
);

/** The word without port and address. */
export function stateAlone(word: string): string {
  return [ON_TLS_PORT, ...Object.values(FROM)].reduce((rest, suffix) => rest.replace(suffix, ''), word);
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
  const plain: [string, Start] = [`${WORDS[spoken]} session ${state}`, { spoken, state }];
  if (state === BEFORE_HANDSHAKE) return [[plain[0], { ...plain[1], onTlsPort: true }]];
  const ported = TLS_PORTS[spoken] === undefined ? [plain] : [plain, more(plain, ON_TLS_PORT, { onTlsPort: true })];
  if (!SENDING.includes(spoken)) return ported;
  const froms = Object.entries(FROM) as [keyof Clients, string][];
  return ported.flatMap((start) => [start, ...froms.map(([from, suffix]) => more(start, suffix, { from }))]);
}

function more([word, start]: [string, Start], suffix: string, added: Partial<Start>): [string, Start] {
  return [`${word}${suffix}`, { ...start, ...added }];
}
