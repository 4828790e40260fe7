import { decodeCharset, knownCharset } from '../../mime/charset';
import { no } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { type Key, KeyReader } from './keys';

/** `charset key key …`: search-criteria (RFC 5256 §5), and what stands behind CHARSET in SEARCH. */
export function readCriteria(session: Session, args: Arguments): Key {
  const charset = args.astring();
  args.space();
  return readKeys(session, args, charset);
}

/**
 * Reads search keys whose texts are in this charset.
 * @throws a Refusal with BADCHARSET, which names what is known (RFC 9051 §6.4.4)
 */
export function readKeys(session: Session, args: Arguments, charset: string): Key {
  if (!knownCharset(charset)) throw no('I do not know this charset', 'BADCHARSET (US-ASCII UTF-8)');
  return new KeyReader(session.tables, args, (binary) => decodeCharset(Buffer.from(binary, 'latin1'), charset)).all();
}
