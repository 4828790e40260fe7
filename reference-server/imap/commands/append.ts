import { isAscii } from 'node:buffer';
import type { NewMessage } from '../../store/types';
import { type Command, completed } from '../command';
import { headerOf } from '../fetch/header-fields';
import { readGivenName, readMailbox } from '../mailbox-name';
import { bad, no, Refusal } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { readDateTime } from '../syntax/dates';
import { type Flags, readFlags } from '../syntax/flags';
import { type Literal, type Marker, markerOf, type RawCommand } from '../syntax/raw-command';
import { tellOldName } from './list';

/** How many times the largest message one command may give in all. */
const MOST_TOGETHER = 4;

interface Item {
  flags: Flags;
  date?: { time: number; zone: number };
}

/** RFC 9051 §6.3.12; several messages at once, all or none, by RFC 3502. */
export const append: Command = {
  state: 'authenticated',
  async run(session, call) {
    const { args } = call;
    args.space();
    const given = readGivenName(session, args);
    const messages: NewMessage[] = [];
    do messages.push(toMessage(session, readItem(args), readData(session, args)));
    while (session.tables.appendsSeveral && !args.atEnd);
    args.end();
    const account = session.account!;
    const target = account.target(given.name);
    account.room(
      messages.reduce((sum, { content }) => sum + (content as Buffer).length, 0),
      target,
    );
    const appended = await account.append(target, messages);
    tellOldName(session, given);
    // RFC 4315 §3: who may not read there learns nothing of what is there.
    return completed(call, account.may(target, 'r') ? session.tables.appended?.(appended) : undefined);
  },
};

/** What stands before each message: flags and date, both optional. */
function readItem(args: Arguments): Item {
  const item: Item = { flags: { system: 0, keywords: [] } };
  args.space();
  if (args.sees('(')) {
    item.flags = readFlags(args);
    args.space();
  }
  if (args.sees('"')) {
    item.date = readDateTime(args);
    args.space();
  }
  return item;
}

/** A literal, or `UTF8 (~{5}` with what belongs to it (RFC 6855 §4). */
function readData(session: Session, args: Arguments): Literal {
  const extended = tryUtf8(session, args);
  const literal = args.literal();
  if (extended) args.expect(')');
  else if (literal.binary && !session.tables.literal8) throw bad('A literal8 may not stand here');
  return literal;
}

/** Reads what stands before the literal8 of that form, where it is used. */
function tryUtf8(session: Session, args: Arguments): boolean {
  if (!session.tables.appendsUtf8 || !args.accept('UTF8 (')) return false;
  if (!session.utf8) throw no('ENABLE UTF8=ACCEPT comes first', 'CANNOT');
  if (!args.sees('~{')) args.fail('a literal8 is missing');
  return true;
}

function toMessage(session: Session, { flags, date }: Item, literal: Literal): NewMessage {
  // RFC 3502 §6.3.11: a client that thinks better of it sends an empty message.
  if (literal.octets.length === 0) throw no('An empty message is none').because('empty');
  const { literal8 } = session.tables;
  // RFC 6855 §4; beyond ASCII is what a client says that knows nothing of it.
  if (session.tables.appendsUtf8 && !session.utf8 && !isAscii(headerOf(literal.octets)))
    throw no('The header is not ASCII: ENABLE UTF8=ACCEPT comes first', 'CANNOT');
  const withNul = literal.binary && literal8;
  if (!withNul && literal.octets.includes(0)) throw bad('A message with NUL needs a literal8');
  return {
    content: withNul ? withNul(literal.octets) : literal.octets,
    flags: flags.system,
    keywords: flags.keywords,
    ...(date ? { internalDate: date.time, internalZone: date.zone } : {}),
  };
}

/** Whether APPEND's next literal is taken, so that a client need not send what is refused anyway. */
export function appendGate(session: Session, args: Arguments, raw: RawCommand, marker: Marker): Refusal | undefined {
  try {
    args.space();
    // The literal may be the mailbox's name.
    if (raw.literals.length === 0 && markerOf(args.rest) && /^~?\{/.test(args.rest)) {
      return marker.size > 8192 ? no('That name is too long', 'CANNOT') : undefined;
    }
    const name = readMailbox(session, args);
    let extended = false;
    do {
      if (extended) args.expect(')');
      readItem(args);
      extended = tryUtf8(session, args);
    } while (args.tryLiteral());
    if (marker.binary && !extended && !session.tables.literal8) throw bad('A literal8 may not stand here');
    const target = session.account!.target(name);
    if (marker.size > session.context.limits.messageSize) throw no('That message is too large', 'TOOBIG');
    const before = raw.literals.reduce((sum, { octets }) => sum + octets.length, 0);
    // RFC 3502 §6.3.11: all messages are held until the last one is there.
    if (before + marker.size > MOST_TOGETHER * session.context.limits.messageSize)
      throw no('Too much at once', 'TOOBIG');
    session.account!.room(before + marker.size, target);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
