import { type Mailbox, SEPARATOR } from '../../store/types';
import type { ListEntry, ListRequest } from '../backend/list';
import { type Call, type Command, completed } from '../command';
import { readReturn, readSelection } from '../extensions/list-extended';
import { decodeName, encodeName } from '../mailbox-name';
import type { Session } from '../session';
import { statusLine } from './status';

/** RFC 9051 §6.3.9, and what RFC 5258, 5819 and 6154 add to it. */
export const list: Command = {
  state: 'authenticated',
  run(session, call) {
    const request = read(session, call);
    const account = session.account!;
    for (const entry of account.list(request)) {
      session.untagged(`LIST ${entryLine(session, entry)}`);
      if (request.status && entry.mailbox?.selectable) {
        session.untagged(statusLine(session, entry.mailbox, account.status(entry.mailbox, request.status)));
      }
    }
    return completed(call);
  },
};

function read(session: Session, { args }: Call): ListRequest {
  const request: ListRequest = { patterns: [], select: new Set(), return: new Set(), extended: false };
  const extended = session.offers('LIST-EXTENDED') || session.offers('SPECIAL-USE');
  args.space();
  if (extended && args.sees('(')) {
    readSelection(session, args, request);
    args.space();
  }
  const reference = decodeName(session, args.astring());
  args.space();
  const pattern = () => decodeName(session, args.listMailbox());
  if (session.offers('LIST-EXTENDED') && args.sees('(')) {
    request.patterns = args.list(pattern);
    request.extended = true;
  } else {
    request.patterns = [pattern()];
  }
  if ((extended || session.offers('LIST-STATUS')) && args.trySpace()) readReturn(session, args, request);
  args.end();
  if (reference !== '') request.patterns = request.patterns.map((one) => (one === '' ? one : reference + one));
  return request;
}

/** `(attributes) "/" name`. */
export function entryLine(session: Session, { name, attributes, childInfo }: ListEntry): string {
  const info = childInfo ? ` ("CHILDINFO" (${childInfo.map((one) => `"${one}"`).join(' ')}))` : '';
  return `(${attributes.join(' ')}) "${SEPARATOR}" ${encodeName(session, name)}${info}`;
}

/** The LIST response that SELECT gives (RFC 9051 §6.3.2). */
export function listLine(session: Session, mailbox: Mailbox): string {
  const { name, specialUse } = mailbox;
  return `LIST ${entryLine(session, { name, attributes: specialUse === '' ? [] : [specialUse] })}`;
}
