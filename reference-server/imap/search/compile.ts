import type { Message } from '../../store/types';
import type { Selected } from '../backend/selected';
import { dayOf } from '../syntax/dates';
import { hasKeyword } from '../syntax/flags';
import { contains } from '../syntax/sequence-set';
import type { DayOrder, Key, Leaf } from './keys';
import { indexed } from './texts';

/** A message that is asked whether it fits. */
export interface Candidate {
  uid: number;
  /** Counts from 1. */
  number: number;
  /** Reads its row at the first call. */
  message(): Message;
}

/** A key made ready: whether a message fits, and what asking costs. */
export interface Test {
  /** 0: nothing is read; 1: the message's row; 2: its header; 3: its body. */
  cost: 0 | 1 | 2 | 3;
  fits(candidate: Candidate): boolean;
}

/** Makes a key ready for the mailbox as it is now. */
export function compile(selected: Selected, key: Key): Test {
  switch (key.kind) {
    case 'not': {
      const test = compile(selected, key.key);
      return { cost: test.cost, fits: (one) => !test.fits(one) };
    }
    case 'and':
    case 'or':
      return joined(
        key.kind,
        key.keys.map((one) => compile(selected, one)),
      );
    default:
      return selected.test(key);
  }
}

/** Cheap ones first: they decide most. */
function joined(kind: 'and' | 'or', tests: Test[]): Test {
  const sorted = [...tests].sort((a, b) => a.cost - b.cost);
  const cost = sorted.at(-1)!.cost;
  if (kind === 'and') return { cost, fits: (one) => sorted.every((test) => test.fits(one)) };
  return { cost, fits: (one) => sorted.some((test) => test.fits(one)) };
}

/** Makes a key ready that has no other in it. */
export function testOf(selected: Selected, key: Leaf): Test {
  const { texts, parser } = selected.session.service;
  switch (key.kind) {
    case 'other':
      return key.test(selected);
    case 'all':
      return { cost: 0, fits: () => true };
    case 'flag':
      return row(({ flags }) => ((flags & key.bit) !== 0) === key.set);
    case 'keyword':
      return row(({ keywords }) => hasKeyword(keywords, key.keyword) === key.set);
    case 'recent':
      return { cost: 0, fits: ({ uid }) => selected.isRecent(uid) === key.set };
    case 'sequence':
    case 'uid':
      return inSet(selected, key);
    case 'size':
      return row(({ size }) => (key.order === 'larger' ? size > key.octets : size < key.octets));
    case 'internal-day':
      // RFC 9051 §6.4.4: the day as it is written, its zone disregarded.
      return row(({ internalDate, internalZone }) => dayFits(dayOf(internalDate, internalZone), key));
    case 'sent-day':
      return { cost: 2, fits: (one) => dayFits(texts.index(one.message().blob).sentDay, key) };
    case 'field': {
      const wanted = parser.fold(key.text);
      return { cost: 2, fits: (one) => texts.index(one.message().blob)[key.field]?.includes(wanted) ?? false };
    }
    case 'header': {
      const wanted = parser.fold(key.text);
      const field = indexed(key.field);
      // The index has several fields of one name as lines: a text of several lines could run over two of them.
      if (field && !wanted.includes('\n')) return testOf(selected, { kind: 'field', field, text: key.text });
      const read = (one: Candidate) => texts.header(one.message().blob, key.field);
      return { cost: 2, fits: (one) => read(one).some((text) => text.includes(wanted)) };
    }
    case 'body':
    case 'text': {
      const wanted = parser.fold(key.text);
      const fits =
        key.kind === 'body'
          ? (one: Candidate) => texts.inBody(one.message().blob, wanted)
          : (one: Candidate) => texts.inAll(one.message().blob, wanted);
      return { cost: 3, fits };
    }
  }
}

function row(fits: (message: Message) => boolean): Test {
  return { cost: 1, fits: (one) => fits(one.message()) };
}

/** A message without a day fits nowhere. */
export function dayFits(day: number | undefined, { order, day: wanted }: { order: DayOrder; day: number }): boolean {
  if (day === undefined) return false;
  return order === 'before' ? day < wanted : order === 'on' ? day === wanted : day >= wanted;
}

function inSet(selected: Selected, { kind, set }: Extract<Key, { kind: 'sequence' | 'uid' }>): Test {
  const byUid = kind === 'uid';
  if (typeof set === 'string') {
    const named = new Set(selected.named(set, byUid));
    return { cost: 0, fits: ({ uid }) => named.has(uid) };
  }
  const spans = selected.spans(set, byUid);
  return { cost: 0, fits: byUid ? ({ uid }) => contains(spans, uid) : ({ number }) => contains(spans, number) };
}
