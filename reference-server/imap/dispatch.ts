import type { Command, CommandState } from './command';
import { appendGate } from './commands/append';
import { bad, Refusal } from './refusal';
import type { Session } from './session';
import { Arguments } from './syntax/arguments';
import type { Marker, RawCommand } from './syntax/raw-command';

/** Octets of a tag that are worth repeating. */
const LONGEST_TAG = 1000;
/** Octets of a literal that is no message: a name, a password, a search string. */
const LONGEST_STRING = 128 * 1024;
/** Literals in one command: memory is finite, and clients are not to be trusted with it (CVE-2024-34055). */
const MOST_LITERALS = 100;
/** RFC 7888 §5, LITERAL-: the most that comes without being asked for. */
const LITERAL_MINUS = 4096;

/** A command whose tag and name are read. */
export interface Given {
  /** `*` where no tag can be made out. */
  tag: string;
  /** Upper case, `UID FETCH`; empty where there is none. */
  name: string;
  /** As the client wrote it. */
  sentName: string;
  raw: RawCommand;
  args: Arguments;
  /** What follows the name, for faults. */
  argument: string;
  /** Why it cannot be carried out, if it cannot. */
  refusal?: Refusal;
  command?: Command;
}

/** Reads tag and name, and finds the command; what is wrong with them is noted, not thrown. */
export function identify(session: Session, raw: RawCommand): Given {
  const args = new Arguments(raw);
  const given: Given = { tag: '*', name: '', sentName: '', raw, args, argument: '' };
  try {
    const tag = args.tag();
    if (!args.sees(' ') && !args.atEnd) args.fail('a space is missing after the tag');
    if (tag.length > LONGEST_TAG) throw bad('The tag is too long', 'TOOBIG');
    given.tag = tag;
    args.space();
    given.sentName = args.atom();
    given.name = given.sentName.toUpperCase();
    if (given.name === 'UID') {
      args.space();
      given.sentName += ` ${args.atom()}`;
      given.name = given.sentName.toUpperCase();
    }
    given.argument = args.rest.trimStart();
    given.command = session.service.command(given.name);
    if (!given.command) throw bad(`I do not know ${given.name.slice(0, 40)}`).because('unknown-command');
    checkState(session, given.command.state, given.name);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    given.refusal = error;
  }
  return given;
}

/** Throws a Refusal when the command is not for the present state (RFC 9051 §3). */
function checkState(session: Session, wanted: CommandState, name: string): void {
  const { state } = session;
  if (wanted === 'any' || wanted === state || (wanted === 'authenticated' && state === 'selected')) return;
  if (wanted === 'greeted') throw bad(`${name} is for before the login`).because('before-login');
  if (state === 'greeted') throw bad(`${name} needs a login`).because('needs-login');
  throw bad(`${name} needs a selected mailbox`);
}

/** Whether a literal is taken: the command must be one that can be carried out, and the literal not too large for it. */
export function gate(session: Session, raw: RawCommand, marker: Marker): Refusal | undefined {
  const given = identify(session, raw);
  if (given.refusal) return given.refusal;
  if (!marker.synchronizing) {
    const unlimited = session.offers('LITERAL+');
    if (!unlimited && !session.offers('LITERAL-') && !session.rev2) return bad('A literal is to wait for my answer');
    if (!unlimited && marker.size > LITERAL_MINUS) return bad('That literal must wait for my answer', 'TOOBIG');
  }
  if (!session.choices.takesLiteral(given.name)) return bad('A literal may not stand here');
  if (raw.literals.length >= MOST_LITERALS) return bad('Those are too many literals', 'TOOBIG');
  if (given.name === 'APPEND') return appendGate(session, given.args, raw, marker);
  return marker.size > LONGEST_STRING ? bad('That literal is too large', 'TOOBIG') : undefined;
}
