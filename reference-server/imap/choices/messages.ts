import type { Part } from '../../mime/structure';
import { decodeTransfer } from '../../mime/transfer';
import type { Message } from '../../store/types';
import { headerOf, selectFields } from '../fetch/header-fields';
import type { OctetsItem } from '../fetch/items';
import type { Session } from '../session';

/** What is decided about messages: how they are stored, changed and shown. */
export interface MessageChoices {
  size(session: Session, message: Message): number;
  /** Whether BODY has the extension data of BODYSTRUCTURE. */
  bodyExtended: boolean;
  header(octets: Buffer): Buffer;
  fields(header: Buffer, names: readonly string[], inverted: boolean): Buffer;
  /** The substring of a partial fetch. */
  slice(octets: Buffer, first: number, count: number, item: OctetsItem, whole: () => Buffer): Buffer;
  /** A part's body without its transfer encoding; undefined where that is unknown. */
  decode(octets: Buffer, encoding: string): Buffer | undefined;
  binarySize(decoded: Buffer, part: Part | undefined): number;
}

export const messageChoices: MessageChoices = {
  size: (_session, message) => message.size,
  bodyExtended: false,
  header: headerOf,
  fields: selectFields,
  slice: (octets, first, count) => octets.subarray(first, first + count),
  decode: decodeTransfer,
  binarySize: (decoded) => decoded.length,
};
