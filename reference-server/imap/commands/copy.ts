import type { Copied, Mailbox } from '../../store/types';
import { type Call, type Command, completed } from '../command';
import { readMailbox } from '../mailbox-name';
import { no } from '../refusal';
import type { Session } from '../session';
import { readSequenceSet } from '../syntax/sequence-set';

/** RFC 9051 §6.4.7: all or none, with flags and internal date. */
export const copy: Command = {
  state: 'selected',
  run(session, call) {
    const { uids, target, octets } = readTransfer(session, call);
    session.account!.room(octets, target);
    const copied = session.selected!.copy(uids, target);
    return completed(call, copyCode(session, copied, target));
  },
};

/** What COPY and MOVE name. */
interface Transfer {
  uids: number[];
  target: Mailbox;
  /** Of all messages. */
  octets: number;
}

/** The messages and the mailbox that COPY and MOVE name; refuses what cannot be done whole. */
export function readTransfer(session: Session, call: Call): Transfer {
  const account = session.account!;
  const selected = session.selected!;
  call.args.space();
  const set = readSequenceSet(call.args, session.tables.sets);
  call.args.space();
  const name = readMailbox(session, call.args);
  call.args.end();
  const uids = selected.named(set, call.uid);
  const target = account.target(name);
  const messages = selected.present(uids);
  // RFC 2180 §4.4.1: what is gone cannot be copied, and a part of it is not what was asked for.
  if (!call.uid && messages.length < uids.length) throw no('Some of them are gone', 'EXPUNGEISSUED');
  return { uids, target, octets: messages.reduce((sum, { size }) => sum + size, 0) };
}

/** The response code that tells where copies are; undefined where nothing was copied, and where the client may not read (RFC 4315 §3). */
export function copyCode({ tables, account }: Session, copied: Copied, target: Mailbox): string | undefined {
  return copied.uids.length > 0 && account!.may(target, 'r') ? tables.copied?.(copied) : undefined;
}
