/** A message for one destination, as it is to be handed over, and what that takes of the other server. */

import { isEightBit } from '../delivery/eight-bit';
import { headerText } from '../delivery/header-text';
import type { Envelope, RemoteRecipient } from '../delivery/mail';

export interface Parcel {
  /** For the log. */
  readonly name: string;
  readonly envelope: Omit<Envelope, 'recipients'>;
  readonly recipients: readonly RemoteRecipient[];
  readonly content: Buffer;
}

/** RFC 8689 §4.2.1: who sends it wants it protected on the whole way; a report rather comes without (§5). */
export function needsTls({ envelope: { requireTls, reversePath } }: Pick<Parcel, 'envelope'>): boolean {
  return requireTls === true && reversePath.text !== '';
}

export interface Needs {
  /** Octets beyond ASCII in the content (RFC 6152). */
  readonly eightBit: boolean;
  /** What no line-wise transfer can hold (RFC 3030 §3): a CR, LF or NUL that stands alone, or lines of more than 998 octets. */
  readonly binary: boolean;
  /** Addresses or header fields beyond ASCII (RFC 6531 §3.2). */
  readonly utf8: boolean;
}

/** What is there decides, not what was said of it: a message that is plain goes to everybody. */
export function needsOf({ envelope, recipients, content }: Parcel): Needs {
  const addresses = [envelope.reversePath, ...recipients.map(({ path }) => path)].map(({ text }) => text).join('');
  const wide = (text: string) => /[^\x00-\x7f]/.test(text);
  return {
    eightBit: isEightBit(content),
    binary: envelope.body === 'BINARYMIME' ? isBinary(content) : hasStrays(content),
    utf8: envelope.utf8 && (wide(addresses) || wide(headerText(content))),
  };
}

/** CR, LF and NUL that stand alone come in chunks, whatever was said of the message, and never leave as text (RFC 5321 §2.3.8). */
function hasStrays(content: Buffer): boolean {
  return /\0|\r(?!\n)|(?<!\r)\n/.test(content.toString('latin1'));
}

/** Whether the content needs BINARYMIME, or a transfer encoding. */
export function isBinary(content: Buffer): boolean {
  return /\0|\r(?!\n)|(?<!\r)\n|[^\r\n]{999}/.test(content.toString('latin1'));
}
