import type { ImapValue } from '../../wire/framing/imap-value';
import { type Bound, expandTemplate, type Scope } from '../scope';
import { type Compare, type Found, ValueMatcher } from './match-values';
import { type ImapPattern, patternKeyword } from './pattern';
import { holds, sameSet } from './sequence-set';

/** Compares a response code: its name ignores case; flags and capabilities are sets, the sets of COPYUID are numbers. */
export function matchCode(wanted: ImapPattern[], came: ImapValue[], raw: Buffer, scope: Scope, bound: Bound): Found {
  const matcher = new ValueMatcher(scope, raw);
  const done = (now: Bound): Found => ({ bound: now });
  const name = patternKeyword(wanted[0]);
  const rest = (compare: (items: ImapPattern[], values: ImapValue[], now: Bound) => Found): Found => {
    const [head, ...values] = came;
    return head && matcher.loose(wanted[0]!, head, bound, (now) => compare(wanted.slice(1), values, now));
  };
  switch (name) {
    case 'CAPABILITY':
      return rest((items, values, now) => matcher.set(items, values, now, done));
    case 'PERMANENTFLAGS':
    case 'BADCHARSET':
      return rest((items, values, now) => matcher.sequence(items, values, now, done, () => flagSet(matcher)));
    case 'COPYUID':
    case 'APPENDUID':
      return rest((items, values, now) => matcher.sequence(items, values, now, done, () => numberSet(matcher, true)));
    default:
      return matcher.sequence(wanted, came, bound, done, (index) => (index === 0 ? matcher.loose : matcher.exact));
  }
}

/** A list whose order means nothing. */
function flagSet(matcher: ValueMatcher): Compare {
  return (wanted, came, bound, next) => {
    if (wanted.kind !== 'list' || came.kind !== 'list') return matcher.exact(wanted, came, bound, next);
    return matcher.set(wanted.items, came.items, bound, next);
  };
}

/** Compares sequence sets by the numbers in them. With `${*}` behind numbers, without order, others may stand there. */
export function numberSet(matcher: ValueMatcher, ordered: boolean): Compare {
  return (wanted, came, bound, next) => {
    if (wanted.kind !== 'string' || came.kind === 'list') return matcher.exact(wanted, came, bound, next);
    const plain = wanted.template.filter(({ kind }) => kind !== 'any');
    const isOpen = plain.length < wanted.template.length;
    if (plain.some(({ kind }) => kind === 'capture') || plain.length === 0 || (isOpen && ordered))
      return matcher.exact(wanted, came, bound, next);
    const text = expandTemplate(plain, matcher.scope, bound).toString('latin1');
    if (isOpen) return holds(came.bytes.toString('latin1'), text.replace(/,$/, '')) ? next(bound) : undefined;
    return sameSet(text, came.bytes.toString('latin1'), ordered) ? next(bound) : undefined;
  };
}
