import type { Call, Command, CommandState } from '../command';
import { bad, Refusal } from '../refusal';
import type { Session } from '../session';
import { Arguments } from '../syntax/arguments';
import type { RawCommand } from '../syntax/raw-command';

/** Octets of a tag that are worth repeating. */
const LONGEST_TAG = 1000;

/** Reads tag and name, and finds the command; what is wrong with them is noted, not thrown. */
export function identify(session: Session, raw: RawCommand): Call {
  const args = new Arguments(raw);
  let tag = '*';
  let sentName = '';
  let command: Command | undefined;
  let refusal: Refusal | undefined;
  try {
    const word = args.tag();
    if (!args.sees(' ') && !args.atEnd) args.fail('a space is missing after the tag');
    if (word.length > LONGEST_TAG) throw bad('The tag is too long', 'TOOBIG');
    tag = word;
    args.space();
    sentName = args.atom();
    if (sentName.toUpperCase() === 'UID') {
      args.space();
      sentName += ` ${args.atom()}`;
    }
    command = session.tables.commands.get(sentName.toUpperCase());
    if (!command) throw bad(`I do not know ${sentName.slice(0, 40)}`).because('unknown-command');
    checkState(session, command.state, sentName.toUpperCase());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal = error;
  }
  const name = sentName.toUpperCase();
  return { tag, name, sentName, raw, args, uid: name.startsWith('UID '), command, refusal };
}

/** Throws a Refusal when the command is not for the present state (RFC 9051 §3). */
function checkState({ state }: Session, wanted: CommandState, name: string): void {
  if (wanted === 'any' || wanted === state || (wanted === 'authenticated' && state === 'selected')) return;
  if (wanted === 'greeted') throw bad(`${name} is for before the login`).because('before-login');
  if (state === 'greeted') throw bad(`${name} needs a login`).because('needs-login');
  throw bad(`${name} needs a selected mailbox`).because('needs-mailbox');
}
