import { decodeCharset, knownCharset } from '../../mime/charset';
import { type Call, type Command, completed } from '../command';
import { ALL_ALONE } from '../extensions/esearch';
import { no, Refusal } from '../refusal';
import { type Key, KeyReader } from '../search/keys';
import { formatReturns, type Returns, readReturns, toldOf } from '../search/returns';
import type { Session } from '../session';

interface Request {
  key: Key;
  /** Absent in the form without RETURN. */
  returns?: Returns;
}

/** RFC 9051 §6.4.4; RETURN of RFC 4731. */
export const search: Command = {
  state: 'selected',
  announces: 'no-expunges',
  async run(session, call) {
    const request = read(session, call);
    const selected = session.selected!;
    const uids = await selected.search(request.key);
    const results = selected.answered(uids, call.uid);
    // RFC 9051 §6.4.4: IMAP4rev2 knows no other answer than ESEARCH.
    const returns = request.returns ?? (session.rev2 ? ALL_ALONE : undefined);
    if (returns) {
      for (const option of returns.values()) option.found?.(selected, uids, returns);
      const told = besidesOf(session, request.key, toldOf(uids, returns));
      const answer = formatReturns(call.tag, call.uid, results, returns, told);
      if (answer !== undefined) session.untagged(answer);
    } else {
      const told = besidesOf(session, request.key, uids).map((one) => `(${one})`);
      session.untagged(['SEARCH', ...results, ...told].join(' '));
    }
    return completed(call);
  },
};

/** UID SEARCH may tell of expunges (RFC 9051 §7.5.1). */
export const uidSearch: Command = { ...search, announces: 'everything' };

/** What extensions tell besides of these messages. */
function besidesOf(session: Session, key: Key, uids: readonly number[]): string[] {
  return session.tables.searchAnswers.flatMap((answer) => answer(session, key, uids) ?? []);
}

function read(session: Session, { args }: Call): Request {
  args.space();
  const returns = readReturns(args, session.tables.searchReturns);
  if (returns) args.space();
  try {
    let decode = (binary: string) => decodeCharset(Buffer.from(binary, 'latin1'), 'utf-8');
    if (args.match(/charset(?= )/iy)) {
      args.space();
      const charset = args.astring();
      // RFC 9051 §6.4.4: the code names what is known.
      if (!knownCharset(charset)) throw no('I do not know this charset', 'BADCHARSET (US-ASCII UTF-8)');
      decode = (binary) => decodeCharset(Buffer.from(binary, 'latin1'), charset);
      args.space();
    }
    const key = new KeyReader(session.tables, args, decode).all();
    args.end();
    return returns ? { key, returns } : { key };
  } catch (error) {
    if (error instanceof Refusal && error.status === 'NO')
      for (const option of returns?.values() ?? []) option.refused?.(session.selected!);
    throw error;
  }
}
