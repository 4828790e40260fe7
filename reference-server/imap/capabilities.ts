/**
 * The capability table: what is announced, where it is defined, in which state it shows, and the commands that it brings. Greeting,
 * CAPABILITY and the choice of commands all read it, so that nothing is announced that is not there.
 */

import { tlsMissing } from './authentication';
import type { Capability } from './capability';
import { append } from './commands/append';
import { authenticate, mechanismWords } from './commands/authenticate';
import { capability } from './commands/capability';
import { close, unselect } from './commands/close';
import { copy } from './commands/copy';
import { create } from './commands/create';
import { deleteMailbox } from './commands/delete';
import { enable } from './commands/enable';
import { expunge, uidExpunge } from './commands/expunge';
import { fetch, uidFetch } from './commands/fetch';
import { list } from './commands/list';
import { login } from './commands/login';
import { logout } from './commands/logout';
import { lsub } from './commands/lsub';
import { check, noop } from './commands/noop';
import { rename } from './commands/rename';
import { search, uidSearch } from './commands/search';
import { examine, select } from './commands/select';
import { startTls } from './commands/start-tls';
import { status } from './commands/status';
import { store, uidStore } from './commands/store';
import { subscribe, unsubscribe } from './commands/subscribe';
import { id } from './extensions/id';
import { idle } from './extensions/idle';
import { move } from './extensions/move';
import { namespace } from './extensions/namespace';
import type { Session } from './session';

/** What both revisions have. */
const BASE = {
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
  'UID SEARCH': uidSearch,
  'UID FETCH': uidFetch,
  'UID STORE': uidStore,
  'UID COPY': copy,
};

const greeted = (session: Session) => session.state === 'greeted';
const loggedIn = (session: Session) => session.state !== 'greeted';

export const CAPABILITIES: readonly Capability[] = [
  { name: 'IMAP4rev1', rfc: '3501', basic: true, commands: { ...BASE, CHECK: check, LSUB: lsub } },
  { name: 'IMAP4rev2', rfc: '9051', commands: BASE },
  {
    name: 'STARTTLS',
    rfc: '9051 §6.2.1',
    basic: true,
    shows: ({ connection, context, state }) => state === 'greeted' && !connection.secure && context.tls.use !== 'none',
  },
  {
    name: 'LOGINDISABLED',
    rfc: '9051 §6.2.3',
    basic: true,
    shows: (session) => greeted(session) && tlsMissing(session),
  },
  { name: 'AUTH=', rfc: '9051 §6.2.2', basic: true, words: mechanismWords },
  { name: 'SASL-IR', rfc: '4959', shows: greeted },
  { name: 'LITERAL+', rfc: '7888' },
  { name: 'LITERAL-', rfc: '7888 §5', unless: 'LITERAL+' },
  { name: 'ENABLE', rfc: '5161', commands: { ENABLE: enable } },
  { name: 'ID', rfc: '2971', commands: { ID: id } },
  { name: 'IDLE', rfc: '2177', shows: loggedIn, commands: { IDLE: idle } },
  { name: 'NAMESPACE', rfc: '2342', shows: loggedIn, commands: { NAMESPACE: namespace } },
  { name: 'UNSELECT', rfc: '3691', shows: loggedIn, commands: { UNSELECT: unselect } },
  { name: 'UIDPLUS', rfc: '4315', shows: loggedIn, commands: { 'UID EXPUNGE': uidExpunge } },
  { name: 'MOVE', rfc: '6851', shows: loggedIn, commands: { MOVE: move, 'UID MOVE': move } },
  { name: 'ESEARCH', rfc: '4731', shows: loggedIn },
  { name: 'SEARCHRES', rfc: '5182', shows: loggedIn },
  { name: 'LIST-EXTENDED', rfc: '5258', shows: loggedIn },
  { name: 'LIST-STATUS', rfc: '5819', shows: loggedIn },
  { name: 'CHILDREN', rfc: '3348', shows: loggedIn },
  { name: 'SPECIAL-USE', rfc: '6154', shows: loggedIn },
  { name: 'CREATE-SPECIAL-USE', rfc: '6154 §3', shows: loggedIn },
  { name: 'STATUS=SIZE', rfc: '8438', shows: loggedIn },
  { name: 'BINARY', rfc: '3516', shows: loggedIn },
  { name: 'MULTIAPPEND', rfc: '3502', shows: loggedIn },
  {
    name: 'APPENDLIMIT',
    rfc: '7889',
    shows: loggedIn,
    words: ({ context }) => [`APPENDLIMIT=${context.limits.messageSize}`],
  },
];
