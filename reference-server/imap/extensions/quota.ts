import type { Resource } from '../backend/account';
import { isForeign } from '../backend/places';
import { type Command, completed } from '../command';
import type { Extension } from '../extension';
import { encodeName, readMailbox } from '../mailbox-name';
import { no } from '../refusal';
import type { Session } from '../session';
import { loggedIn } from './states';

/** All mailboxes of an account have this one quota root. */
const ROOT = 'account';

/** RFC 9208 §4.1.1. */
const getQuota: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const root = call.args.astring();
    call.args.end();
    if (root !== ROOT) throw no('There is no such quota root', 'NONEXISTENT');
    tell(session);
    return completed(call);
  },
};

/** RFC 9208 §4.1.2: the mailbox need not exist. */
const getQuotaRoot: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const name = readMailbox(session, call.args);
    call.args.end();
    const told = encodeName(session, name);
    // RFC 9208 §8: what others use is their own business.
    if (session.tables.shares && isForeign(name)) {
      session.untagged(`QUOTAROOT ${told}`);
      return completed(call);
    }
    session.untagged(`QUOTAROOT ${told} ${ROOT}`);
    tell(session);
    return completed(call);
  },
};

function tell(session: Session): void {
  const triplet = ({ name, usage, limit }: Resource) => `${name} ${usage} ${limit}`;
  session.untagged(`QUOTA ${ROOT} (${session.account!.resources().map(triplet).join(' ')})`);
}

export const quota: Extension = {
  name: 'QUOTA',
  rfc: '9208',
  shows: loggedIn,
  words: () => ['QUOTA', 'QUOTA=RES-STORAGE', 'QUOTA=RES-MESSAGE'],
  commands: { GETQUOTA: getQuota, GETQUOTAROOT: getQuotaRoot },
  // RFC 9208 §4.1.4.
  status: {
    DELETED: (_session, { deleted }) => deleted,
    'DELETED-STORAGE': (session, { id, deleted }) => (deleted === 0 ? 0 : session.store.messages.deletedSize(id)),
  },
};
