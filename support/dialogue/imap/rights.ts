/** Rights in a mailbox as a set. */

/** Each letter once, in order, without c and d, which stand beside others for old clients (RFC 4314 §2.1.1). */
export function lettersOf(rights: string): string {
  return [...new Set(rights.replace(/[cd]/g, ''))].sort().join('');
}
