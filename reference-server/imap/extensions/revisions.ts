/** The two revisions of IMAP4, as the first rows of the table. */

import { STATUS_ITEMS } from '../backend/status';
import type { Commands } from '../command';
import { append } from '../commands/append';
import { authenticate } from '../commands/authenticate';
import { capability } from '../commands/capability';
import { close } from '../commands/close';
import { copy } from '../commands/copy';
import { create } from '../commands/create';
import { deleteMailbox } from '../commands/delete';
import { expunge } from '../commands/expunge';
import { fetch, uidFetch } from '../commands/fetch';
import { list } from '../commands/list';
import { login } from '../commands/login';
import { logout } from '../commands/logout';
import { lsub } from '../commands/lsub';
import { check, noop } from '../commands/noop';
import { rename } from '../commands/rename';
import { search } from '../commands/search';
import { examine, select } from '../commands/select';
import { startTls } from '../commands/start-tls';
import { status } from '../commands/status';
import { store, uidStore } from '../commands/store';
import { subscribe, unsubscribe } from '../commands/subscribe';
import type { Extension } from '../extension';
import { ITEMS, OLD_ITEMS } from '../fetch/items';
import { KEYS, RECENT_KEYS } from '../search/keys';

/** What both revisions have. */
const COMMANDS: Commands = {
  CAPABILITY: capability,
  NOOP: noop,
  LOGOUT: logout,
  STARTTLS: startTls,
  AUTHENTICATE: authenticate,
  LOGIN: login,
  SELECT: select,
  EXAMINE: examine,
  CREATE: create,
  DELETE: deleteMailbox,
  RENAME: rename,
  SUBSCRIBE: subscribe,
  UNSUBSCRIBE: unsubscribe,
  LIST: list,
  STATUS: status,
  APPEND: append,
  CLOSE: close,
  EXPUNGE: expunge,
  SEARCH: search,
  FETCH: fetch,
  STORE: store,
  COPY: copy,
  'UID SEARCH': search,
  'UID FETCH': uidFetch,
  'UID STORE': uidStore,
  'UID COPY': copy,
};

export const rev1: Extension = {
  name: 'IMAP4rev1',
  rfc: '3501',
  basic: true,
  commands: { ...COMMANDS, CHECK: check, LSUB: lsub },
  fetch: { ...ITEMS, ...OLD_ITEMS },
  status: {
    ...STATUS_ITEMS,
    RECENT: (session, { id, messages, recentFrom }) => messages - session.store.messages.position(id, recentFrom - 1),
  },
  search: { keys: { ...KEYS, ...RECENT_KEYS } },
};

export const rev2: Extension = {
  name: 'IMAP4rev2',
  rfc: '9051',
  enable: true,
  commands: COMMANDS,
  fetch: ITEMS,
  status: { ...STATUS_ITEMS, DELETED: (_session, { deleted }) => deleted },
  search: { keys: KEYS },
};
