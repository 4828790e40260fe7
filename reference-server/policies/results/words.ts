/** Words of Authentication-Results fields (RFC 8601 §2.2), as others may write them. */

/** A local part or a domain that needs no quotes (RFC 2045 §5.1, with the `@` of an address). */
export function isAtom(value: string): boolean {
  return (
    /^[^\x00-\x20\x7f-\uffff()<>,;:\\"/[\]?=@]*@?[^\x00-\x20\x7f-\uffff()<>,;:\\"/[\]?=@]+$/.test(value) &&
    value.length < 500
  );
}

export interface Identified {
  /** In small letters; '' where none can be read. */
  readonly server: string;
  readonly version: number;
}

/** Who claims to have written a field, and by which version of the grammar. @param value unfolded */
export function identify(value: string): Identified {
  const bare = withoutComments(value).trimStart();
  const [, quoted, atom = ''] = /^(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/.exec(bare) ?? [];
  const server = quoted === undefined ? atom : quoted.replace(/\\(.)/g, '$1');
  const version = /^(?:"(?:[^"\\]|\\.)*"|[^\s;"]+)\s+(\d+)\s*(?:;|$)/.exec(bare)?.[1];
  return { server: server.toLowerCase().replace(/\.$/, ''), version: Number(version ?? 1) };
}

/** Comments may be nested (RFC 5322 §3.2.2); within quotes there are none. */
function withoutComments(value: string): string {
  let depth = 0;
  let quoted = false;
  let text = '';
  for (let i = 0; i < value.length; i++) {
    const char = value[i]!;
    const escaped = char === '\\' && i + 1 < value.length;
    if (!quoted && char === '(') depth++;
    else if (!quoted && char === ')' && depth > 0) depth--;
    else if (depth === 0) {
      if (char === '"') quoted = !quoted;
      text += escaped ? char + value[i + 1]! : char;
    }
    if (escaped) i++;
  }
  return text;
}
