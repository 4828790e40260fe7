import { receivedFields } from './loops';
import type { Mail } from './mail';
import { type Reply, reply } from './reply';

/** RFC 5321 §6.3: more Received fields than this mean that the message goes round in circles. */
const HOPS = 100;

export const TOO_BIG = reply(552, '5.3.4', 'The message is larger than this server takes');
export const BARE_NEWLINE = reply(554, '5.6.0', 'The message has a CR or LF that stands alone');
export const NUL = reply(554, '5.6.0', 'The message has a NUL');
const LOOP = reply(554, '5.4.6', 'The message has been through too many servers');

/** What refuses a message for everybody, if anything does. Its header is not judged: that is not SMTP's (RFC 5321 §3.3). */
export function judge({ content, found }: Mail): Reply | undefined {
  if (found.tooBig) return TOO_BIG;
  if (found.bareNewline) return BARE_NEWLINE;
  if (found.nul) return NUL;
  return receivedFields(content) > HOPS ? LOOP : undefined;
}
