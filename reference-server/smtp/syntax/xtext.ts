/** xtext (RFC 3461 §4): printable ASCII in which `+`, `=` and everything else is written `+` and two capital hexadecimal digits. */

/** What the xtext stands for; undefined when it is malformed or stands for what is not printable ASCII. */
export function decodeXtext(text: string): string | undefined {
  if (!/^(?:[\x21-\x2a\x2c-\x3c\x3e-\x7e]|\+[0-9A-F]{2})*$/.test(text)) return undefined;
  const decoded = text.replace(/\+([0-9A-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return /^[\x20-\x7e]*$/.test(decoded) ? decoded : undefined;
}
