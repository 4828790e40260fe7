/**
 * What the parser finds in a message: octet ranges, media types, envelopes. Everything is plain data, so it survives
 * JSON and can be kept beside the message. Text taken from the message is kept as octets, one character an octet
 * ("binary strings"), so that nothing is lost and an ENVELOPE gives back what was sent.
 */

/** Octets from the first to before the second. */
export type Range = [start: number, end: number];

/** In the order of the message; names in lower case; continuations joined (RFC 2231 §3), extended ones named `name*`. */
export type Parameters = [name: string, value: string][];

/** An address as IMAP's ENVELOPE wants it (RFC 9051 §7.5.2). A group begins with a null host and ends with all null. */
export interface Address {
  name: string | null;
  route: string | null;
  mailbox: string | null;
  host: string | null;
}

/** The fields of RFC 5322 that ENVELOPE shows; null where the message has none. */
export interface Envelope {
  date: string | null;
  subject: string | null;
  from: Address[] | null;
  sender: Address[] | null;
  replyTo: Address[] | null;
  to: Address[] | null;
  cc: Address[] | null;
  bcc: Address[] | null;
  inReplyTo: string | null;
  messageId: string | null;
}

/** A message, or a part of one. */
export interface Part {
  /** The place in `parts` of what this one is inside of; -1 for the message itself. */
  parent: number;
  /** The header with the empty line that ends it, where there is one. */
  header: Range;
  body: Range;
  /** How many octets the body has. */
  octets: number;
  /** Line ends in the body; counted for text and for encapsulated messages, otherwise 0. */
  lines: number;
  /** Lower case. */
  type: string;
  /** Lower case. */
  subtype: string;
  parameters: Parameters;
  /** Lower case; `7bit` where the message says nothing. */
  encoding: string;
  id?: string;
  description?: string;
  md5?: string;
  disposition?: { type: string; parameters: Parameters };
  language?: string[];
  location?: string;
  /** Places in `parts`: of a multipart its parts; of an encapsulated message that message. */
  children: number[];
  /** Of a message only: the outer one, and those in message/rfc822. */
  envelope?: Envelope;
}

/** A parsed message: its parts in the order of the message, the message itself first. */
export interface MessageStructure {
  parts: Part[];
}
