/** How a host departs from a right server, as `parseBehaviour` reads it. */

/** What can be answered otherwise. */
export const MOMENTS = [
  'the greeting',
  'EHLO',
  'HELO',
  'MAIL',
  'RCPT',
  'DATA',
  'the message',
  'QUIT',
  'STARTTLS',
  'AUTH',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** What it does in the place of the right reply. */
export type Act =
  | { kind: 'reply'; code: string; text: string }
  | { kind: 'garbage' | 'an endless line' | 'silence' | 'a closed connection' | 'a reset connection' };

export interface Reaction {
  act: Act;
  /** It closes when it has said so. */
  closes: boolean;
  /** It says and does nothing more, and waits for the client to go. */
  keepsSilent?: true;
  /** Milliseconds that it waits first. */
  after: number;
}

/** One of the ways that a host has, one after the other. */
export interface Phase {
  moment: Moment;
  /** RCPT: only for recipients with this local part. */
  of?: string;
  /** Undefined for `all`: the right reply. */
  reaction?: Reaction;
  /** In so many sessions, or transactions, that come to this moment; the last phase is for all that follow. */
  times: number;
}

export type Certificate = 'good' | 'expired' | 'for another name' | 'of its own';

export interface Behaviour {
  /** As written. */
  text: string;
  /** False: it does not listen. */
  listens: boolean;
  /** One list for each part that says `… with …`. */
  phases: Phase[][];
  /** Keywords of EHLO with their parameters. */
  offers: ReadonlyMap<string, string>;
  /** The same within TLS, where it is not what was offered before without STARTTLS (RFC 3207 §4.2). */
  offersWithin?: ReadonlyMap<string, string>;
  certificate: Certificate;
  /** The certificate is for this name in place of the host's. */
  certified?: string;
  /** The newest version of TLS that it speaks is 1.1. */
  oldTls?: true;
  /** STARTTLS is offered and then refused. */
  stripped: boolean;
  /** Nobody sends without having logged in (RFC 4954 §6). */
  demandsLogin: boolean;
  /** It hands on what it takes, to this address of the target. */
  handsTo?: string;
}

/** RFC 5321 §4.1.1.1: what a right host offers unless it is told otherwise. */
export const USUAL_OFFERS: ReadonlyMap<string, string> = new Map([
  ['PIPELINING', ''],
  ['SIZE', '52428800'],
  ['8BITMIME', ''],
  ['SMTPUTF8', ''],
  ['ENHANCEDSTATUSCODES', ''],
  ['DSN', ''],
]);

/** `all` */
export const RIGHT: Behaviour = {
  text: 'all',
  listens: true,
  phases: [],
  offers: USUAL_OFFERS,
  certificate: 'good',
  stripped: false,
  demandsLogin: false,
};
