import { isAscii } from 'node:buffer';

/** Whether a message has octets beyond ASCII in its header, so that IMAP's APPEND and POP3's RETR need UTF8 (RFC 6855 §4, RFC 6856 §3). */
export function hasUtf8Header(message: Buffer): boolean {
  const end = message.indexOf('\r\n\r\n');
  return !isAscii(end < 0 ? message : message.subarray(0, end));
}
