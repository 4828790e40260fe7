import { readStatusItems, statusLine } from '../commands/status';
import type { Extension } from '../extension';
import { loggedIn } from './states';

export const listStatus: Extension = {
  name: 'LIST-STATUS',
  rfc: '5819',
  shows: loggedIn,
  list: {
    returns: {
      STATUS: {
        read(session, args) {
          args.space();
          const items = readStatusItems(session, args);
          return ({ mailbox }) =>
            mailbox?.selectable && session.account!.may(mailbox, 'r')
              ? statusLine(session, mailbox, session.account!.status(mailbox, items))
              : undefined;
        },
      },
    },
  },
};
