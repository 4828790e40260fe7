import type { ListRequest } from '../backend/list';
import { readStatusItems } from '../commands/status';
import { bad } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';

/** The selection options (RFC 5258 §3.1). */
export function readSelection(session: Session, args: Arguments, request: ListRequest): void {
  request.extended = true;
  request.select = new Set(args.listOrEmpty(() => args.keyword()));
  const known = session.offers('LIST-EXTENDED') ? ['SUBSCRIBED', 'REMOTE', 'RECURSIVEMATCH'] : [];
  if (session.offers('SPECIAL-USE')) known.push('SPECIAL-USE');
  for (const option of request.select)
    if (!known.includes(option)) throw bad(`LIST selects by no ${option.slice(0, 40)}`).because('option');
  const { select } = request;
  // RFC 9051 §6.3.9.1: it says how to match by another option, so one must be there.
  if (select.has('RECURSIVEMATCH') && !select.has('SUBSCRIBED') && !select.has('SPECIAL-USE')) {
    throw bad('RECURSIVEMATCH needs another selection option');
  }
}

/** `RETURN (…)`. */
export function readReturn(session: Session, args: Arguments, request: ListRequest): void {
  if (args.keyword() !== 'RETURN') throw bad('RETURN is missing');
  request.extended = true;
  args.space();
  args.listOrEmpty(() => {
    const option = args.keyword();
    if (option === 'STATUS' && session.offers('LIST-STATUS')) {
      args.space();
      request.status = readStatusItems(session, args);
    } else if (option === 'SUBSCRIBED' || option === 'CHILDREN' || option === 'SPECIAL-USE') {
      request.return.add(option);
    } else {
      throw bad(`LIST returns no ${option.slice(0, 40)}`).because('option');
    }
  });
}
