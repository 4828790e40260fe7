import type { ImapValue } from '../../wire/framing/imap-value';
import type { Compare, Found, ValueMatcher } from './match-values';
import { isRest } from './pattern';

/**
 * Compares a body structure (RFC 3501 §7.4.2): types, subtypes, encodings, dispositions and names of parameters ignore
 * case, as does the value of charset; parameters stand in any order.
 */
export function matchBody(matcher: ValueMatcher): Compare {
  const body: Compare = (wanted, came, bound, next) => {
    if (wanted.kind !== 'list' || came.kind !== 'list') return matcher.exact(wanted, came, bound, next);
    // A single part whose pattern begins with ${*} may still be compared by the place of what came.
    const parts = came.items.findIndex(({ kind }) => kind !== 'list');
    const compareAt = parts === 0 ? singlePart(came.items) : multipart(parts < 0 ? came.items.length : parts);
    return matcher.sequence(wanted.items, came.items, bound, next, (index) => compareAt(index));
  };

  const parameters: Compare = (wanted, came, bound, next) => {
    if (wanted.kind !== 'list' || came.kind !== 'list') return matcher.exact(wanted, came, bound, next);
    if (!wanted.items.some(isRest) && wanted.items.length !== came.items.length) return undefined;
    return matcher.pairs(wanted.items, came.items, bound, next, (name) =>
      name === 'CHARSET' ? matcher.loose : matcher.exact,
    );
  };

  const named: Compare = (wanted, came, bound, next) => {
    // A parameter's name may be quoted, so that keyword() does not see it.
    if (came.kind !== 'list') return parameters(wanted, came, bound, next);
    return parameters(wanted, { ...came, items: came.items.map(asAtom) }, bound, next);
  };

  /** `("attachment" ("filename" "x"))` */
  const disposition: Compare = (wanted, came, bound, next): Found => {
    if (wanted.kind !== 'list' || came.kind !== 'list') return matcher.exact(wanted, came, bound, next);
    return matcher.sequence(wanted.items, came.items, bound, next, (index) => (index === 0 ? matcher.loose : named));
  };

  /** Parts, then subtype, parameters, disposition, language, location. */
  function multipart(parts: number): (index: number) => Compare {
    const after = [matcher.loose, named, disposition, matcher.loose, matcher.exact];
    return (index) => (index < parts ? body : (after[index - parts] ?? matcher.exact));
  }

  function singlePart(items: ImapValue[]): (index: number) => Compare {
    const basic = [matcher.loose, matcher.loose, named, matcher.exact, matcher.exact, matcher.loose, matcher.exact];
    const type = items[0]?.kind === 'list' ? '' : items[0]!.bytes.toString('latin1').toUpperCase();
    // A message has envelope, structure and lines; a text has lines.
    const isMessage = type === 'MESSAGE' && items[8]?.kind === 'list';
    const own = isMessage ? [matcher.exact, body, matcher.exact] : type === 'TEXT' ? [matcher.exact] : [];
    const extension = [matcher.exact, disposition, matcher.loose, matcher.exact];
    const all = [...basic, ...own, ...extension];
    return (index) => all[index] ?? matcher.exact;
  }
  return body;
}

function asAtom(value: ImapValue, index: number): ImapValue {
  return value.kind === 'list' || index % 2 === 1 ? value : { ...value, kind: 'atom' };
}
