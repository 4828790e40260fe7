import type { ImapValue } from '../../wire/framing/imap-value';
import { type Bound, expandTemplate, type Scope } from '../scope';
import { type Compare, type Found, ValueMatcher } from './match-values';
import { type ImapPattern, patternKeyword } from './pattern';
import { sameSet } from './sequence-set';

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

/** Compares sequence sets by the numbers in them. */
export function numberSet(matcher: ValueMatcher, ordered: boolean): Compare {
  return (wanted, came, bound, next) => {
    const plain = wanted.kind === 'string' && !wanted.template.some(({ kind }) => kind === 'any' || kind === 'capture');
    if (!plain || came.kind === 'list') return matcher.exact(wanted, came, bound, next);
    const text = expandTemplate(wanted.template, matcher.scope, bound).toString('latin1');
    return sameSet(text, came.bytes.toString('latin1'), ordered) ? next(bound) : undefined;
  };
}
