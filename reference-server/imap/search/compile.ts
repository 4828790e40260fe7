import type { Message } from '../../store/types';
import type { Session } from '../session';
import { dayOf } from '../syntax/dates';
import { hasKeyword } from '../syntax/flags';
import { contains } from '../syntax/sequence-set';
import type { Key } from './keys';

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
export function compile(session: Session, key: Key): Test {
  const { texts, parser } = session.service;
  const view = session.selected!;
  const { choices } = session;
  const { finds, dayFits } = choices;
  switch (key.kind) {
    case 'all':
      return { cost: 0, fits: () => true };
    case 'flag':
      return row(({ flags }) => ((flags & key.bit) !== 0) === key.set);
    case 'keyword':
      return row(({ keywords }) => choices.keywordFits(hasKeyword(keywords, key.keyword), key.set));
    case 'recent':
      return { cost: 0, fits: ({ uid }) => view.isRecent(uid) === key.set };
    case 'sequence':
    case 'uid':
      return inSet(session, key);
    case 'size':
      return row(({ size }) => choices.sizeFits(key.order, size, key.octets));
    case 'internal-day':
      return row(({ internalDate, internalZone }) =>
        dayFits(dayOf(internalDate, choices.ownZone ? internalZone : 0), key.order, key.day),
      );
    case 'sent-day':
      return { cost: 2, fits: (one) => dayFits(texts.index(one.message().blob).sentDay, key.order, key.day) };
    case 'field': {
      const wanted = parser.fold(key.text);
      return { cost: 2, fits: (one) => found(texts.index(one.message().blob)[key.field], wanted, finds) };
    }
    case 'header': {
      const wanted = parser.fold(key.text);
      return {
        cost: 2,
        fits: (one) => texts.header(one.message().blob, key.field).some((text) => finds(text, wanted)),
      };
    }
    case 'body':
    case 'text': {
      const wanted = parser.fold(key.text);
      const read = key.kind === 'body' ? texts.body.bind(texts) : texts.all.bind(texts);
      return { cost: 3, fits: (one) => read(one.message().blob).some((text) => finds(text, wanted)) };
    }
    case 'not': {
      const test = compile(session, key.key);
      return { cost: test.cost, fits: (one) => !test.fits(one) };
    }
    default:
      return joined(
        session,
        key.kind,
        key.keys.map((one) => compile(session, one)),
      );
  }
}

function row(fits: (message: Message) => boolean): Test {
  return { cost: 1, fits: (one) => fits(one.message()) };
}

/** Cheap ones first: they decide most. */
function joined({ choices }: Session, kind: 'and' | 'or', tests: Test[]): Test {
  const sorted = [...tests].sort((a, b) => a.cost - b.cost);
  const cost = sorted.at(-1)!.cost;
  if (kind === 'and') return { cost, fits: (one) => sorted.every((test) => test.fits(one)) };
  return { cost, fits: (one) => choices.or(sorted.map((test) => () => test.fits(one))) };
}

function inSet(session: Session, { kind, set }: Extract<Key, { kind: 'sequence' | 'uid' }>): Test {
  const view = session.selected!;
  if (set === '$') {
    const saved = new Set(view.named('$', kind === 'uid'));
    return { cost: 0, fits: ({ uid }) => saved.has(uid) };
  }
  if (kind === 'uid') {
    const spans = view.spans(set, true);
    return { cost: 0, fits: ({ uid }) => contains(spans, uid) };
  }
  const spans = view.spans(set, false);
  return { cost: 0, fits: ({ number }) => contains(spans, number) };
}

function found(text: string | undefined, wanted: string, finds: (text: string, wanted: string) => boolean): boolean {
  return text !== undefined && finds(text, wanted);
}
