/** What is read out of messages, as one part of the server, of which a guest may replace methods: see seams.ts. */

import { parseDate } from './date';
import { decodeWords } from './encoded-words';
import { readEnvelope } from './envelope';
import { fold } from './fold';
import { readHeader } from './header';
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
};
