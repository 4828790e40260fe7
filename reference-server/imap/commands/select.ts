import { type Call, type Command, completed, type Done } from '../command';
import { needMailbox, readGivenName } from '../mailbox-name';
import { no } from '../refusal';
import { announceKeywords, announceSize } from '../response/announce';
import type { Session } from '../session';
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

function open(session: Session, call: Call, readOnly: boolean): Done {
  call.args.space();
  const { name, oldName } = readGivenName(session, call.args);
  call.args.end();
  // RFC 9051 §6.3.2: whatever comes of it, what was selected is so no more.
  close(session);
  const mailbox = needMailbox(session, name);
  if (!mailbox.selectable) throw no('That is a name only, no mailbox');

  session.selected = session.account!.open(mailbox, { readOnly });
  const { exists, recent, firstUnseen, uidValidity, uidNext } = session.selected.info();
  announceKeywords(session);
  announceSize(session, exists, recent);
  if (firstUnseen !== undefined) session.untagged(`OK [UNSEEN ${firstUnseen}] The first that is unseen`);
  session.untagged(`OK [UIDVALIDITY ${uidValidity}] The UIDs are good`);
  session.untagged(`OK [UIDNEXT ${uidNext}] The next UID, or a smaller one`);
  if (session.rev2) session.untagged(listLine(session, mailbox, oldName));
  return completed(call, readOnly ? 'READ-ONLY' : 'READ-WRITE');
}

/** RFC 9051 §7.1, CLOSED: what follows is about another mailbox. */
function close(session: Session): void {
  if (!session.selected) return;
  session.deselect();
  session.untagged('OK [CLOSED] The mailbox that was selected is closed');
}
