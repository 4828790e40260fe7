import type { HandshakeOptions } from '../wire/tls-options';
import type { Template } from './expression';
import type { ImapPattern } from './imap/pattern';

export type ProtocolName = 'smtp' | 'lmtp' | 'pop3' | 'imap';

/** For whom the suite speaks: the lines of this side are sent, those of the other are judged. */
export type Side = 'client' | 'server';

/** A parsed dialogue. */
export interface Dialogue {
  protocol: ProtocolName;
  side: Side;
  /** The lines as written, for showing. */
  lines: string[];
  steps: Step[];
  /** Server: after the last line, `…`, it goes on as a right one. */
  goesOn: boolean;
}

interface StepBase {
  /** The connection it speaks on, 1 to 9. */
  connection: number;
  /** Where it is written, from 1. */
  line: number;
}

export type Step = Send | Fragment | Control | Pause | Ask | Expect | Arrive;

/** Consecutive lines of our side, `C:` of a client: one write. */
export interface Send extends StepBase {
  kind: 'send';
  lines: { line: number; template: Template }[];
}

/** `C~`, `S~` of a server: these octets, a write of their own. */
export interface Fragment extends StepBase {
  kind: 'fragment';
  template: Template;
}

/** `C: ${close}`, `C: ${cut}`, `C: ${reset}`, `C: ${starttls}`, `C: ${renegotiate}`, `C: ${deflate}`, `C: ${clear}`; of a server likewise, `S: ${close}` */
export interface Control extends StepBase {
  kind: 'control';
  act: 'close' | 'cut' | 'reset' | 'starttls' | 'renegotiate' | 'deflate' | 'clear';
  /** `${starttls TLS 1.2}` */
  handshake?: Wishes;
}

/** Of a handshake; perhaps the session of connection 1 is to be resumed. */
export type Wishes = HandshakeOptions & { resuming?: true };

/** `S: ${silent 300ms}` of a server: it says nothing for so long. */
export interface Pause extends StepBase {
  kind: 'pause';
  milliseconds: number;
}

/** `C: ${alive}`, `C: ${end}`: the protocol's own NOOP or QUIT with what answers it, which is not what the scenario is about. */
export interface Ask extends StepBase {
  kind: 'ask';
  what: 'alive' | 'end';
  wayOuts: WayOut[];
  /** IMAP: what comes with the answer. */
  group: GroupLine[];
}

/** `S?` */
export interface WayOut {
  line: number;
  status: StatusPattern;
}

/** `S:`, with the `S?` before it and the group that belongs to it. */
export interface Expect extends StepBase {
  kind: 'expect';
  wayOuts: WayOut[];
  status: StatusPattern;
  group: GroupLine[];
}

/** IMAP `S*` lines that no status ends: they must have come before the dialogue goes on. */
export interface Arrive extends StepBase {
  kind: 'arrive';
  group: GroupLine[];
}

/** What `S:` and `S?` can ask for, or `C:` and `C?` where the suite is the server. */
export type StatusPattern =
  | { kind: 'closed' }
  /** The server says goodbye under TLS and closes. */
  | { kind: 'farewell' }
  | { kind: 'silent'; milliseconds: number }
  /** The server does not shake hands: it says so by this alert or by any, or goes; or it does so by Diffie-Hellman in a group of so many bits. */
  | { kind: 'refused'; alert?: string; orGroup?: number }
  /** The server takes up a handshake whose first octets the client wrote by itself, with one of these suites: `c02b`; perhaps it must not ask for a certificate. */
  | { kind: 'server-hello'; suites?: string[]; unasked?: true }
  /** The suite is the server: a client's line, its verb in any case of letters. */
  | { kind: 'line'; text: Template }
  /** The suite is the server: what comes after 354, up to the final dot. */
  | { kind: 'content' }
  /** SMTP, LMTP: codes where `x` is any digit. */
  | { kind: 'reply'; codes: string[]; text?: Template }
  /** POP3. */
  | { kind: 'indicator'; indicators: string[]; text?: Template }
  /** IMAP: `+`. */
  | { kind: 'continuation'; text?: Template }
  /** IMAP: a tagged result, or an untagged status where the tag is `*`. */
  | { kind: 'result'; tag: string; results: string[]; code?: ImapPattern[]; text?: Template };

/** `S*`, `S!`, `S|` */
export interface GroupLine {
  line: number;
  mark: '*' | '!' | '|';
  /** SMTP, LMTP, POP3: the text of a line. */
  template: Template;
  /** IMAP: an untagged response. */
  response?: ImapLine;
}

/** An untagged response as it is asked for: data, or a status with its code. */
export type ImapLine =
  | { kind: 'data'; values: ImapPattern[] }
  | { kind: 'status'; status: Extract<StatusPattern, { kind: 'result' }> };
