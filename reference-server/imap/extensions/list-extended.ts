import { type Mailbox, SEPARATOR } from '../../store/types';
import { readStatusItems } from '../commands/status';
import { bad } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';

/** What LIST is asked (RFC 5258 §3, RFC 9051 §6.3.9). */
export interface ListRequest {
  /** Unicode, the reference in front. */
  patterns: string[];
  /** Upper case: SUBSCRIBED, REMOTE, RECURSIVEMATCH, SPECIAL-USE. */
  select: Set<string>;
  /** Upper case: SUBSCRIBED, CHILDREN, SPECIAL-USE. */
  return: Set<string>;
  /** What `STATUS (…)` asks for (RFC 5819). */
  status?: string[];
  /** The client used the extended syntax. */
  extended: boolean;
}

export interface ListEntry {
  name: string;
  attributes: string[];
  /** Of a mailbox that is shown for the sake of what lies below it. */
  childInfo?: string[];
  mailbox?: Mailbox;
}

/** The selection options. */
export function readSelection(session: Session, args: Arguments, request: ListRequest): void {
  request.extended = true;
  request.select = new Set(args.listOrEmpty(() => args.keyword()));
  const known = session.offers('LIST-EXTENDED') ? ['SUBSCRIBED', 'REMOTE', 'RECURSIVEMATCH'] : [];
  if (session.offers('SPECIAL-USE')) known.push('SPECIAL-USE');
  for (const option of request.select)
    if (!known.includes(option)) throw bad(`LIST selects by no ${option.slice(0, 40)}`);
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
      throw bad(`LIST returns no ${option.slice(0, 40)}`);
    }
  });
}

/** The answer, by name. */
export function listExtended(session: Session, request: ListRequest): ListEntry[] {
  const account = session.account!.id;
  const mailboxes = new Map(session.store.mailboxes.list(account).map((mailbox) => [mailbox.name, mailbox]));
  const subscribed = new Set(session.store.mailboxes.subscriptions(account));
  const superiors = superiorsOf(mailboxes.keys());
  const { select } = request;

  const selected = (name: string): boolean => {
    if (select.has('SUBSCRIBED') && !subscribed.has(name)) return false;
    return !select.has('SPECIAL-USE') || !session.choices.specialUseSelects || Boolean(mailboxes.get(name)?.specialUse);
  };
  const fits = (name: string) => {
    return request.patterns.some((pattern) => session.choices.matchesPattern(name, pattern, SEPARATOR));
  };
  const names = new Set([...mailboxes.keys(), ...(select.has('SUBSCRIBED') ? subscribed : [])]);
  const below = select.has('RECURSIVEMATCH') ? selectedBelow(names, selected, fits) : new Set<string>();

  const entries: ListEntry[] = [];
  for (const name of [...new Set([...names, ...below])].sort()) {
    if (!fits(name) || !(selected(name) || below.has(name))) continue;
    const mailbox = mailboxes.get(name);
    const attributes = attributesOf(mailbox, superiors.has(name), session, request.extended);
    if (subscribed.has(name) && (select.has('SUBSCRIBED') || request.return.has('SUBSCRIBED')))
      attributes.push('\\Subscribed');
    const entry: ListEntry = { name, attributes };
    if (mailbox) entry.mailbox = mailbox;
    if (below.has(name))
      entry.childInfo = [...select].filter((option) => option === 'SUBSCRIBED' || option === 'SPECIAL-USE');
    entries.push(entry);
  }
  return entries;
}

function attributesOf(
  mailbox: Mailbox | undefined,
  hasChildren: boolean,
  session: Session,
  extended: boolean,
): string[] {
  const attributes: string[] = [];
  // RFC 9051 §7.3.1: what does not exist cannot be selected either. RFC 5258 §3.5: a mere level does not exist.
  if (!mailbox || (!mailbox.selectable && extended)) attributes.push('\\NonExistent');
  if (mailbox?.selectable === false) attributes.push('\\Noselect');
  if (session.offers('CHILDREN')) attributes.push(hasChildren ? '\\HasChildren' : '\\HasNoChildren');
  if (mailbox && mailbox.specialUse !== '' && session.offers('SPECIAL-USE')) attributes.push(mailbox.specialUse);
  return attributes;
}

/** Names that fit although only something below them, which does not fit itself, is selected (RFC 5258 §3.5). */
function selectedBelow(
  names: Iterable<string>,
  selected: (name: string) => boolean,
  fits: (name: string) => boolean,
): Set<string> {
  const found = new Set<string>();
  for (const name of names) {
    if (!selected(name) || fits(name)) continue;
    for (const superior of superiorsOf([name])) if (fits(superior)) found.add(superior);
  }
  return found;
}

/** Every name above one of these. */
export function superiorsOf(names: Iterable<string>): Set<string> {
  const superiors = new Set<string>();
  for (const name of names) {
    for (let at = name.indexOf(SEPARATOR); at >= 0; at = name.indexOf(SEPARATOR, at + 1))
      superiors.add(name.slice(0, at));
  }
  return superiors;
}
