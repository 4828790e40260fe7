import type { Extension } from '../extension';
import { myRightsLine } from './acl';
import { loggedIn } from './states';

export const listMyRights: Extension = {
  name: 'LIST-MYRIGHTS',
  rfc: '8440',
  shows: loggedIn,
  needs: ['ACL', 'LIST-EXTENDED'],
  list: {
    returns: {
      MYRIGHTS: {
        // RFC 8440 §3, §4: nothing of what is shown for the sake of what lies below it, nor of what is no mailbox.
        read: (session) => (entry) =>
          entry.mailbox?.selectable && !entry.forOthers ? myRightsLine(session, entry.mailbox) : undefined,
      },
    },
  },
};
