import { type ImapData, type ImapValue, responseName } from '../../wire/framing/imap-value';
import type { Bound, Scope } from '../scope';
import { numberSet } from './match-code';
import { fetchItem, flags } from './match-fetch';
import { type Compare, type Found, ValueMatcher } from './match-values';
import type { ImapPattern } from './pattern';
import { lettersOf } from './rights';

/** Compares an untagged data response, each kind by what its values mean. */
export function matchData(wanted: ImapPattern[], came: ImapData, scope: Scope, bound: Bound): Found {
  return compareData(new ValueMatcher(scope, came.raw), wanted, came, bound);
}

/** Where in its octets a response that is not the one wanted begins to differ; undefined where it is something else altogether. */
export function differenceAt(wanted: ImapPattern[], came: ImapData, scope: Scope): number | undefined {
  const matcher = new ValueMatcher(scope, came.raw);
  const found = compareData(matcher, wanted, came, undefined);
  // Lists of items differ as a whole where one of them is missing.
  const whole = came.values.some(({ from }) => from === matcher.farthest);
  return found !== undefined || whole || matcher.farthest === 0 ? undefined : matcher.farthest;
}

function compareData(matcher: ValueMatcher, wanted: ImapPattern[], came: ImapData, bound: Bound): Found {
  const done = (now: Bound): Found => ({ bound: now });
  const name = responseName(came) ?? '';
  const headed = (compare: (items: ImapPattern[], values: ImapValue[], now: Bound) => Found): Found => {
    const [head, ...values] = came.values;
    const [first, ...items] = wanted;
    return first && head && matcher.loose(first, head, bound, (now) => compare(items, values, now));
  };
  switch (name) {
    case 'CAPABILITY':
    case 'ENABLED':
    case 'SEARCH': // RFC 3501 §7.2.5 gives no order
      return headed((items, values, now) => matcher.set(items, values, now, done));
    case 'VANISHED':
      return matcher.sequence(wanted, came.values, bound, done, (i) =>
        i === 0 ? matcher.loose : numberSet(matcher, false),
      );
    case 'ESEARCH':
      return headed((items, values, now) => esearch(matcher, items, values, now));
    case 'ID':
      return headed((items, values, now) => matcher.sequence(items, values, now, done, () => namedValues(matcher)));
    case 'STATUS':
      return matcher.sequence(wanted, came.values, bound, done, (i) =>
        byPlace(matcher, [matcher.loose, mailbox(matcher), namedValues(matcher)], i),
      );
    case 'LIST':
    case 'LSUB':
      return matcher.sequence(wanted, listed(wanted, came.values), bound, done, (i) => {
        return byPlace(matcher, [matcher.loose, attributes(matcher), matcher.exact, mailbox(matcher)], i);
      });
    case 'MYRIGHTS':
      return matcher.sequence(wanted, came.values, bound, done, (i) =>
        byPlace(matcher, [matcher.loose, mailbox(matcher), rights(matcher)], i),
      );
    case 'ACL':
      return headed((items, values, now) => {
        const [first, ...pairs] = items;
        const [mailboxCame, ...list] = values;
        if (!first || !mailboxCame) return undefined;
        return mailbox(matcher)(first, mailboxCame, now, (named) =>
          matcher.pairs(pairs, list, named, done, () => rights(matcher)),
        );
      });
    case 'FETCH':
      return matcher.sequence(wanted, came.values, bound, done, (i) =>
        byPlace(matcher, [matcher.exact, matcher.loose, fetchItems(matcher)], i),
      );
    default:
      // FLAGS, EXISTS, NAMESPACE, THREAD, …: words first, then values in order; flags are a set.
      return matcher.sequence(wanted, came.values, bound, done, (i) => {
        if (name === 'FLAGS' && i === 1) return flags(matcher);
        return i <= 1 ? matcher.loose : matcher.exact;
      });
  }
}

function byPlace(matcher: ValueMatcher, places: Compare[], index: number): Compare {
  return places[index] ?? matcher.exact;
}

/** INBOX ignores case, every other name is exact: RFC 3501 §5.1. */
function mailbox(matcher: ValueMatcher): Compare {
  return (wanted, came, bound, next) => {
    const inbox = came.kind !== 'list' && came.bytes.toString('latin1').toUpperCase() === 'INBOX';
    return (inbox ? matcher.loose : matcher.exact)(wanted, came, bound, next);
  };
}

/** Rights are a set of letters. @see lettersOf */
function rights(matcher: ValueMatcher): Compare {
  return (wanted, came, bound, next) => {
    const [part] = wanted.kind === 'string' ? wanted.template : [];
    if (came.kind === 'list' || (part !== undefined && part.kind !== 'literal'))
      return matcher.exact(wanted, came, bound, next);
    const asked = part?.bytes.toString('latin1') ?? '';
    return lettersOf(asked) === lettersOf(came.bytes.toString('latin1')) ? next(bound) : undefined;
  };
}

/** A list of names and values in any order, as STATUS and ID have it. */
function namedValues(matcher: ValueMatcher): Compare {
  return (wanted, came, bound, next) => {
    if (wanted.kind !== 'list' || came.kind !== 'list') return matcher.exact(wanted, came, bound, next);
    return matcher.pairs(wanted.items, came.items, bound, next, () => matcher.exact);
  };
}

function fetchItems(matcher: ValueMatcher): Compare {
  return (wanted, came, bound, next) => {
    if (wanted.kind !== 'list' || came.kind !== 'list') return matcher.exact(wanted, came, bound, next);
    return matcher.pairs(wanted.items, came.items, bound, next, (name) => fetchItem(matcher, name));
  };
}

/** Name attributes: a server may always add some (RFC 3501 §7.2.2), so only those that are written must be there. */
function attributes(matcher: ValueMatcher): Compare {
  return (wanted, came, bound, next) => {
    if (wanted.kind !== 'list' || came.kind !== 'list') return matcher.exact(wanted, came, bound, next);
    return matcher.set(wanted.items, came.items, bound, next, true);
  };
}

/** Extended data that no one asks for may follow the name of a mailbox: RFC 5258 §6. */
function listed(wanted: ImapPattern[], came: ImapValue[]): ImapValue[] {
  return wanted.length === 4 && came.length === 5 && came[4]!.kind === 'list' ? came.slice(0, 4) : came;
}

/** RFC 4731 §3.1: the correlator and UID first, then pairs in any order; ALL is a set of numbers. */
function esearch(matcher: ValueMatcher, items: ImapPattern[], values: ImapValue[], bound: Bound): Found {
  const done = (now: Bound): Found => ({ bound: now });
  const isUid = (value: ImapValue | undefined) =>
    value?.kind === 'atom' && /^UID$/i.test(value.bytes.toString('latin1'));
  const head = (values[0]?.kind === 'list' ? 1 : 0) + (isUid(values[values[0]?.kind === 'list' ? 1 : 0]) ? 1 : 0);
  const before =
    values[0]?.kind === 'list' && items[0]?.kind !== 'list' ? values.slice(1, head) : values.slice(0, head);
  const wantedHead = items.slice(0, before.length);
  return matcher.sequence(
    wantedHead,
    before,
    bound,
    (now) => {
      return matcher.pairs(items.slice(before.length), values.slice(head), now, done, (name) => {
        return name === 'ALL' ? numberSet(matcher, false) : matcher.exact;
      });
    },
    () => matcher.loose,
  );
}
