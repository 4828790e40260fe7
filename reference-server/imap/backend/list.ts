import { type Mailbox, SEPARATOR } from '../../store/types';
import type { Session } from '../session';
import { matchesPattern } from '../syntax/list-pattern';
import { superiorsOf } from './names';

/** What LIST is asked (RFC 5258 §3, RFC 9051 §6.3.9), or LSUB. */
export interface ListRequest {
  /** Unicode, the reference in front. The empty one alone asks for the root. */
  patterns: string[];
  /** Selection options, upper case. */
  select: Set<string>;
  /** Return options, upper case. */
  return: Set<string>;
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
  /** It is shown for the sake of what lies below it alone. */
  forOthers?: true;
  mailbox?: Mailbox;
}

/** An account's mailboxes by name, and the names that are subscribed. */
export interface Names {
  mailboxes: ReadonlyMap<string, Mailbox>;
  subscribed: ReadonlySet<string>;
}

/** What a selection option does (RFC 5258 §3.1). */
export interface ListSelection {
  /** Whether a name is selected; absent in an option that only says how others match. */
  fits?(name: string, names: Names): boolean;
  /** Names that are looked at besides those of mailboxes. */
  also?(names: Names): Iterable<string>;
  /** Names are shown too below which something is selected that the patterns do not reach (RFC 5258 §3.5). */
  recursive?: true;
}

/** An attribute that a name is shown with, where it has it. */
export type ListAttribute = (shown: {
  name: string;
  mailbox: Mailbox | undefined;
  hasChildren: boolean;
  names: Names;
  request: ListRequest;
}) => string | undefined;

/** The answer to LIST, by name. */
export function listNames({ tables }: Session, all: Names, request: ListRequest): ListEntry[] {
  // The hierarchy delimiter, and the root, which has no name here.
  if (asksForRoot(request)) return [{ name: '', attributes: ['\\Noselect'] }];
  const { mailboxes } = all;
  const superiors = superiorsOf(mailboxes.keys());
  const options = [...request.select].map((word) => ({ word, ...tables.listSelections.get(word) }));
  const selecting = options.filter((option) => option.fits);
  const selected = (name: string) => selecting.every((option) => option.fits!(name, all));
  const fits = fitting(request);
  const names = new Set([
    ...mailboxes.keys(),
    ...levels(request, superiors),
    ...options.flatMap((option) => [...(option.also?.(all) ?? [])]),
  ]);
  const below = options.some((option) => option.recursive) ? selectedBelow(names, selected, fits) : new Set<string>();

  const entries: ListEntry[] = [];
  for (const name of [...new Set([...names, ...below])].sort()) {
    if (!fits(name) || !(selected(name) || below.has(name))) continue;
    const mailbox = mailboxes.get(name);
    const shown = { name, mailbox, hasChildren: superiors.has(name), names: all, request };
    const more = tables.listAttributes.flatMap((attribute) => attribute(shown) ?? []);
    const entry: ListEntry = { name, attributes: [...existence(mailbox, request.extended), ...more] };
    if (mailbox) entry.mailbox = mailbox;
    if (below.has(name)) entry.childInfo = selecting.map(({ word }) => word);
    if (!selected(name)) entry.forOthers = true;
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

/** What lies above what one may see need be nothing, or nothing that one may see: it is a level then (RFC 4314 §4, LIST). */
function levels({ patterns }: ListRequest, superiors: Iterable<string>): Iterable<string> {
  return patterns.some((pattern) => pattern.endsWith('%')) ? superiors : [];
}

function asksForRoot({ patterns, extended }: ListRequest): boolean {
  return patterns.length === 1 && patterns[0] === '' && !extended;
}

function fitting({ patterns }: ListRequest): (name: string) => boolean {
  return (name) => patterns.some((pattern) => matchesPattern(name, pattern, SEPARATOR));
}

function existence(mailbox: Mailbox | undefined, extended: boolean): string[] {
  const attributes: string[] = [];
  // RFC 9051 §7.3.1: what does not exist cannot be selected either. RFC 5258 §3.5: a mere level does not exist.
  if (extended && !mailbox?.selectable) attributes.push('\\NonExistent');
  if (mailbox ? !mailbox.selectable : !extended) attributes.push('\\Noselect');
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
