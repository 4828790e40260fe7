/** What is answered for a message or a command (RFC 5321 §4.2), with its enhanced status code (RFC 2034). */
export interface Reply {
  code: number;
  /** `2.1.5`; absent in the greeting, in the answer to EHLO and in 3xx (RFC 2034 §4). */
  enhanced?: string;
  /** One text a line, at least one. */
  lines: readonly string[];
}

/** A reply of one line, or of several. */
export function reply(code: number, enhanced: string | undefined, ...lines: string[]): Reply {
  return enhanced === undefined ? { code, lines } : { code, enhanced, lines };
}
