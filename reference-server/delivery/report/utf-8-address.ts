/** The address type of RFC 6533 §3: `utf-8`, in its native form and in one of ASCII, where other characters are written `\x{3B4}`. */

/** RFC 6533 §3, HEXPOINT: what needs it or is not ASCII, and no surrogate. */
const HEXPOINT =
  /\\x\{([01][1-9]|10|20|2B|3D|7F|5C|[89A-F][0-9A-F]|[1-9A-F][0-9A-F]{2}|[1-9A-CEF][0-9A-F]{3}|D[0-7][0-9A-F]{2}|[1-9A-F][0-9A-F]{4}|10[0-9A-F]{4})\}/g;

/** The native form; what is no such address stays as it is (RFC 6533 §3). */
export function nativeAddress(address: string): string {
  const rest = address.replace(HEXPOINT, 'x');
  if (/[\x00-\x20\\+=\x7f]/.test(rest) || !/.@./.test(rest)) return address;
  return address.replace(HEXPOINT, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
}

/** The form in ASCII. */
export function asciiAddress(address: string): string {
  return address.replace(/[^\x00-\x7f]/gu, (character) => {
    return `\\x{${character.codePointAt(0)!.toString(16).toUpperCase().padStart(2, '0')}}`;
  });
}

export function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}
