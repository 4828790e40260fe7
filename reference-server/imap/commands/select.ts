import type { Selected } from '../backend/selected';
import { type Call, type Command, completed, type Done } from '../command';
import { needMailbox, readGivenName } from '../mailbox-name';
import { no } from '../refusal';
import { announceSize } from '../response/announce';
import { announceKeywords } from '../response/flags';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { listLine } from './list';

/** RFC 9051 §6.3.2. */
export const select: Command = {
  state: 'authenticated',
  announces: 'nothing',
  run: (session, call) => open(session, call, false),
};

/** RFC 9051 §6.3.3. */
export const examine: Command = {
  state: 'authenticated',
  announces: 'nothing',
  run: (session, call) => open(session, call, true),
};

/** A parameter of SELECT or EXAMINE, as the client gave it. */
export interface SelectParameter {
  /** Done before the mailbox is opened. */
  before?(session: Session): void;
  /** Tells more, when all is told that SELECT tells of any mailbox. */
  opened?(selected: Selected): void | Promise<void>;
}

async function open(session: Session, call: Call, readOnly: boolean): Promise<Done> {
  call.args.space();
  const { name, oldName } = readGivenName(session, call.args);
  const parameters = call.args.trySpace() ? readParameters(session, call.args) : [];
  call.args.end();
  // RFC 9051 §6.3.2: whatever comes of it, what was selected is so no more.
  close(session);
  const mailbox = needMailbox(session, name, 'r');
  if (!mailbox.selectable) throw no('That is a name only, no mailbox');

  for (const parameter of parameters) parameter.before?.(session);
  const selected = session.account!.open(mailbox, { readOnly });
  session.selected = selected;
  const info = selected.info();
  const { exists, recent, firstUnseen, uidValidity, uidNext } = info;
  announceKeywords(session);
  announceSize(session, exists, recent);
  if (firstUnseen !== undefined) session.untagged(`OK [UNSEEN ${firstUnseen}] The first that is unseen`);
  session.untagged(`OK [UIDVALIDITY ${uidValidity}] The UIDs are good`);
  session.untagged(`OK [UIDNEXT ${uidNext}] The next UID, or a smaller one`);
  for (const tell of session.tables.opened) session.untagged(`OK ${tell(info)}`);
  if (session.rev2) session.untagged(listLine(session, mailbox, oldName));
  for (const parameter of parameters) await parameter.opened?.(selected);
  return completed(call, selected.readOnly ? 'READ-ONLY' : 'READ-WRITE');
}

/** RFC 4466 §2.1. */
function readParameters(session: Session, args: Arguments): SelectParameter[] {
  return args.list(() => args.named(session.tables.select, 'SELECT has no parameter')(session, args));
}

/** RFC 9051 §7.1, CLOSED: what follows is about another mailbox. */
function close(session: Session): void {
  if (!session.selected) return;
  session.deselect();
  session.untagged('OK [CLOSED] The mailbox that was selected is closed');
}
