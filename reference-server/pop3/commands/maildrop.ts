/** STAT, LIST, RETR, DELE, RSET, NOOP (RFC 1939 §5). */

import { type Answer, BAD_ARGUMENTS, err, ok } from '../answer';
import type { Handler } from '../capability';
import type { Entry } from '../maildrop';
import { readable } from '../readable';
import type { Session } from '../session';

export const NO_SUCH_MESSAGE = err('There is no such message');

/** The message that the argument names; digits only, and not one that is marked as deleted. */
export function entryOf({ maildrop }: Session, argument: string): Entry | undefined {
  const entry = /^\d{1,10}$/.test(argument) ? maildrop!.entries[Number(argument) - 1] : undefined;
  return entry?.deleted ? undefined : entry;
}

/** One line for the message that is named, or a list of all. */
export function listing(session: Session, argument: string, show: (entry: Entry) => string): Answer {
  const { maildrop } = session;
  if (argument === '') {
    const entries = maildrop!.present();
    return ok(
      `${entries.length} messages`,
      entries.map((entry) => `${entry.number} ${show(entry)}`),
    );
  }
  const entry = entryOf(session, argument);
  return entry ? ok(`${entry.number} ${show(entry)}`) : NO_SUCH_MESSAGE;
}

export const stat: Handler = (session, argument) => {
  if (argument !== '') return BAD_ARGUMENTS;
  const entries = session.maildrop!.present();
  return ok(`${entries.length} ${session.maildrop!.octets(entries)}`);
};

export const list: Handler = (session, argument) =>
  listing(session, argument, (entry) => String(session.maildrop!.size(entry)));

export const retr: Handler = (session, argument) => {
  const entry = entryOf(session, argument);
  if (!entry) return NO_SUCH_MESSAGE;
  const content = readable(session, entry);
  return Buffer.isBuffer(content) ? ok(`${session.maildrop!.size(entry)} octets`, content) : content;
};

/** Only marks; QUIT removes. */
export const dele: Handler = (session, argument) => {
  const entry = entryOf(session, argument);
  if (!entry) return NO_SUCH_MESSAGE;
  entry.deleted = true;
  return ok(`Message ${entry.number} will be removed at QUIT`);
};

export const rset: Handler = ({ maildrop }, argument) => {
  if (argument !== '') return BAD_ARGUMENTS;
  maildrop!.unmark();
  return ok(`${maildrop!.entries.length} messages`);
};

export const noop: Handler = (_, argument) => (argument === '' ? ok('Done') : BAD_ARGUMENTS);
