/** What is read out of messages, as one part of the server, of which a guest may replace methods: see seams.ts. */

import { type BaseSubject, baseSubject } from './base-subject';
import { parseDate, sentTime } from './date';
import { decodeWords } from './encoded-words';
import { readEnvelope } from './envelope';
import { fold } from './fold';
import { readHeader } from './header';
import { messageIds } from './message-id';
import { PARSE_LIMITS, parseMessage } from './parse';
import { partNumbered } from './section';
import type { Envelope, MessageStructure, Part } from './structure';
import { bodyText } from './text';

export interface Parser {
  structure(octets: Buffer): MessageStructure;
  /** Of the message whose header this is. */
  envelope(header: Buffer): Envelope;
  /** The part with this number; undefined where there is none. */
  part(structure: MessageStructure, numbers: readonly number[]): Part | undefined;
  /** The text of a text part, in Unicode. */
  bodyText(octets: Buffer, part: Part): string;
  /** A field's value with its encoded words decoded. */
  decodeWords(value: string): string;
  /** Text as SEARCH compares it. */
  fold(text: string): string;
  /** The day of a Date field as written, in days since 1 January 1970 (RFC 9051 §6.4.4); undefined where it says none. */
  sentDay(value: string): number | undefined;
  /** When a Date field says that its message was sent, in milliseconds since 1970 (RFC 5256 §2.2); undefined where it does not. */
  sentTime(value: string): number | undefined;
  /** What a subject is about, its encoded words decoded (RFC 5256 §2.1). */
  baseSubject(subject: string): BaseSubject;
  /** The valid message identifiers of a field, normalized (RFC 5256 §3). */
  messageIds(value: string): string[];
}

export const PARSER: Parser = {
  structure: (octets) => parseMessage(octets),
  envelope: (header) =>
    readEnvelope(
      readHeader(header, 0, () => false),
      { tokens: PARSE_LIMITS.tokens },
    ),
  part: partNumbered,
  bodyText,
  decodeWords,
  fold,
  sentDay: (value) => parseDate(value)?.day,
  sentTime,
  baseSubject,
  messageIds,
};
