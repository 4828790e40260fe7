import { type Mailbox, SEPARATOR } from '../../store/types';
import { type Call, type Command, completed } from '../command';
import { type ListRequest, listExtended, readReturn, readSelection } from '../extensions/list-extended';
import { decodeName, encodeName } from '../mailbox-name';
import type { Session } from '../session';
import { statusLine } from './status';

/** RFC 9051 §6.3.9, and what RFC 5258, 5819 and 6154 add to it. */
export const list: Command = {
  state: 'authenticated',
  run(session, call) {
    const request = read(session, call);
    if (request.patterns.length === 1 && request.patterns[0] === '' && !request.extended) {
      // The hierarchy delimiter, and the root, which has no name here.
      session.untagged(`LIST (\\Noselect) "${SEPARATOR}" ""`);
      return completed(call);
    }
    for (const entry of listExtended(session, request)) {
      session.untagged(entryLine(session, entry.name, entry.attributes, entry.childInfo));
      if (request.status && entry.mailbox?.selectable) {
        session.untagged(statusLine(session, entry.mailbox, request.status));
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

/** `LIST (attributes) "/" name`. */
export function entryLine(session: Session, name: string, attributes: readonly string[], childInfo?: string[]): string {
  const info = childInfo ? ` ("CHILDINFO" (${childInfo.map((one) => `"${one}"`).join(' ')}))` : '';
  return `LIST (${attributes.join(' ')}) "${SEPARATOR}" ${encodeName(session, name)}${info}`;
}

/** The LIST response that SELECT gives (RFC 9051 §6.3.2). */
export function listLine(session: Session, mailbox: Mailbox): string {
  return entryLine(session, mailbox.name, mailbox.specialUse === '' ? [] : [mailbox.specialUse]);
}
