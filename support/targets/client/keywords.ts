import type { Capabilities } from '../target';

/** The lines of an EHLO or CAPA answer: a keyword each, then its parameters (RFC 5321 §4.1.1.1, RFC 2449 §3). */
export function parseKeywords(lines: readonly Buffer[]): Capabilities {
  const found = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [keyword = '', ...parameters] = line.toString('latin1').trim().split(/ +/);
    if (keyword === '') continue;
    const name = keyword.toUpperCase();
    found.set(name, [...(found.get(name) ?? []), ...parameters]);
  }
  return found;
}

/** The words of an IMAP CAPABILITY response; `AUTH=PLAIN` is there as itself and as a parameter of `AUTH` (RFC 3501 §7.2.1). */
export function parseAtoms(atoms: readonly string[]): Capabilities {
  const found = new Map<string, readonly string[]>();
  for (const atom of atoms.map((text) => text.toUpperCase())) {
    const [name = '', value] = atom.split(/=(.*)/s);
    if (value !== undefined) found.set(name, [...(found.get(name) ?? []), value]);
    if (!found.has(atom)) found.set(atom, []);
  }
  return found;
}
