import { type Mailbox, SEPARATOR } from '../../store/types';
import type { Session } from '../session';
import { matchesPattern } from '../syntax/list-pattern';
import { superiorsOf } from './names';

/** What LIST is asked (RFC 5258 §3, RFC 9051 §6.3.9), or LSUB. */
export interface ListRequest {
  /** Unicode, the reference in front. The empty one alone asks for the root. */
  patterns: string[];
  /** Upper case: SUBSCRIBED, REMOTE, RECURSIVEMATCH, SPECIAL-USE. */
  select: Set<string>;
  /** Upper case: SUBSCRIBED, CHILDREN, SPECIAL-USE. */
  return: Set<string>;
  /** What `STATUS (…)` asks for (RFC 5819). */
  status?: string[];
  /** The client used the extended syntax. */
  extended: boolean;
  /** LSUB asks. */
  lsub?: true;
}

export interface ListEntry {
  name: string;
  attributes: string[];
  /** Of a mailbox that is shown for the sake of what lies below it. */
  childInfo?: string[];
  mailbox?: Mailbox;
}

/** An account's mailboxes by name, and the names that are subscribed. */
export interface Names {
  mailboxes: ReadonlyMap<string, Mailbox>;
  subscribed: ReadonlySet<string>;
}

/** The answer to LIST, by name. */
export function listNames(session: Session, { mailboxes, subscribed }: Names, request: ListRequest): ListEntry[] {
  // The hierarchy delimiter, and the root, which has no name here.
  if (asksForRoot(request)) return [{ name: '', attributes: ['\\Noselect'] }];
  const superiors = superiorsOf(mailboxes.keys());
  const { select } = request;

  const selected = (name: string): boolean => {
    if (select.has('SUBSCRIBED') && !subscribed.has(name)) return false;
    return !select.has('SPECIAL-USE') || Boolean(mailboxes.get(name)?.specialUse);
  };
  const fits = fitting(request);
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

/** The answer to LSUB: a name above a subscribed one that `%` hides is shown as \Noselect (RFC 3501 §6.3.9). */
export function listSubscribed({ mailboxes, subscribed }: Names, request: ListRequest): ListEntry[] {
  const fits = fitting(request);
  const shown = [...subscribed].filter(fits);
  const hidden = [...subscribed].filter((name) => !fits(name));
  const above = request.patterns.some((pattern) => pattern.endsWith('%'))
    ? [...superiorsOf(hidden)].filter((name) => fits(name) && !subscribed.has(name))
    : [];
  return [
    ...shown.map((name) => ({ name, attributes: mailboxes.get(name)?.selectable === false ? ['\\Noselect'] : [] })),
    ...above.map((name) => ({ name, attributes: ['\\Noselect'] })),
  ];
}

function asksForRoot({ patterns, extended }: ListRequest): boolean {
  return patterns.length === 1 && patterns[0] === '' && !extended;
}

function fitting({ patterns }: ListRequest): (name: string) => boolean {
  return (name) => patterns.some((pattern) => matchesPattern(name, pattern, SEPARATOR));
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
