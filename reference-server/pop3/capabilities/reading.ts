/** TOP and UIDL (RFC 1939 §7): optional commands that everybody wants. */

import { BAD_ARGUMENTS, ok } from '../answer';
import { type Capability, type Handler, TRANSACTION } from '../capability';
import { entryOf, listing, NO_SUCH_MESSAGE } from '../commands/maildrop';
import { readable } from '../readable';

const topCommand: Handler = (session, argument) => {
  const match = /^(\d{1,10}) (\d{1,10})$/.exec(argument);
  if (!match) return BAD_ARGUMENTS;
  const entry = entryOf(session, match[1]!);
  if (!entry) return NO_SUCH_MESSAGE;
  const content = readable(session, entry);
  return Buffer.isBuffer(content) ? ok('The header and some lines', beginning(content, Number(match[2]))) : content;
};

/** The header, the empty line, and so many lines of the body. */
function beginning(content: Buffer, lines: number): Buffer {
  const empty = content.indexOf('\r\n\r\n');
  // A message may begin with its empty line, or have none.
  let end = content.indexOf('\r\n') === 0 ? 2 : empty < 0 ? content.length : empty + 4;
  for (let left = lines; left > 0 && end < content.length; left--) {
    const next = content.indexOf('\r\n', end);
    end = next < 0 ? content.length : next + 2;
  }
  return content.subarray(0, end);
}

export const top: Capability = {
  tag: 'TOP',
  rfc: 'RFC 2449 §6.1',
  announce: () => '',
  commands: { TOP: { states: TRANSACTION, run: topCommand } },
};

const uidlCommand: Handler = (session, argument) =>
  listing(session, argument, (entry) => session.maildrop!.uniqueId(entry));

export const uidl: Capability = {
  tag: 'UIDL',
  rfc: 'RFC 2449 §6.8',
  announce: () => '',
  commands: { UIDL: { states: TRANSACTION, run: uidlCommand } },
};
