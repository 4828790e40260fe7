import { type Call, type Command, completed, type Done } from '../command';
import { ALL_ALONE } from '../extensions/esearch';
import { Refusal } from '../refusal';
import { besidesOf, withBesides } from '../search/besides';
import { readCriteria, readKeys } from '../search/charset';
import { hasNumbers, type Key } from '../search/keys';
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
      session.untagged(withBesides(session, request.key, uids, 'SEARCH', results));
    }
    return searched(call, request.key);
  },
};

/** UID SEARCH may tell of expunges (RFC 9051 §7.5.1), unless it names messages by their numbers (RFC 7162 §3.2.10.2). */
export function searched(call: Call, key: Key): Done {
  const done = completed(call);
  return call.uid && !hasNumbers(key) ? { ...done, announces: 'everything' } : done;
}

function read(session: Session, { args }: Call): Request {
  args.space();
  const returns = readReturns(args, session.tables.searchReturns);
  if (returns) args.space();
  try {
    const named = args.match(/charset /iy) !== undefined;
    if (named) for (const check of session.tables.searchCharset) check(session);
    const key = named ? readCriteria(session, args) : readKeys(session, args, 'UTF-8');
    args.end();
    return returns ? { key, returns } : { key };
  } catch (error) {
    if (error instanceof Refusal && error.status === 'NO')
      for (const option of returns?.values() ?? []) option.refused?.(session.selected!);
    throw error;
  }
}
