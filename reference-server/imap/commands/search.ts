import { decodeCharset, knownCharset } from '../../mime/charset';
import { type Call, type Command, completed } from '../command';
import { esearch, type ReturnOption, readReturnOptions, save } from '../extensions/esearch';
import { no } from '../refusal';
import { type Key, KeyReader } from '../search/keys';
import type { Session } from '../session';

interface Request {
  key: Key;
  /** Absent in the form without RETURN. */
  options?: ReturnOption[];
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
    const options = request.options ?? (session.rev2 ? ['ALL' as const] : undefined);
    if (options) {
      if (options.includes('SAVE')) selected.save(save(uids, options));
      const answer = esearch(call.tag, call.uid, results, options);
      if (answer !== undefined) session.untagged(answer);
    } else {
      session.untagged(['SEARCH', ...results].join(' '));
    }
    return completed(call);
  },
};

/** UID SEARCH may tell of expunges (RFC 9051 §7.5.1). */
export const uidSearch: Command = { ...search, announces: 'everything' };

function read(session: Session, { args }: Call): Request {
  args.space();
  const options = readReturnOptions(session, args);
  if (options) args.space();
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
    const key = new KeyReader(session, args, decode).all();
    args.end();
    return options ? { key, options } : { key };
  } catch (error) {
    // RFC 5182 §2.1: a search that fails with NO leaves nothing in the variable that it was to fill.
    if (options?.includes('SAVE') && (error as { status?: string }).status === 'NO') session.selected!.save([]);
    throw error;
  }
}
