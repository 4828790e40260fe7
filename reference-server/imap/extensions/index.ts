/**
 * The capability table: every extension is one object, and one row here. Greeting, CAPABILITY, the choice of commands and what stands in
 * them are read from it, so that nothing is announced that is not there.
 */

import type { Extension } from '../extension';
import { acl } from './acl';
import { appendLimit } from './append-limit';
import { binary } from './binary';
import { children } from './children';
import { compress } from './compress';
import { condstore } from './condstore';
import { enable } from './enable';
import { esearch } from './esearch';
import { id } from './id';
import { idle } from './idle';
import { listExtended } from './list-extended';
import { listMyRights } from './list-my-rights';
import { listStatus } from './list-status';
import { literalMinus, literalPlus } from './literals';
import { loginDisabled, mechanisms, saslIr, startTls } from './login';
import { move } from './move';
import { multiAppend } from './multi-append';
import { namespace } from './namespace';
import { objectId } from './object-id';
import { preview } from './preview';
import { qresync } from './qresync';
import { quota } from './quota';
import { rev1, rev2 } from './revisions';
import { saveDate } from './save-date';
import { searchres } from './searchres';
import { sort } from './sort';
import { createSpecialUse, specialUse } from './special-use';
import { statusSize } from './status-size';
import { threadByReferences, threadBySubject } from './thread';
import { uidPlus } from './uid-plus';
import { unauthenticate } from './unauthenticate';
import { unselect } from './unselect';
import { utf8Accept } from './utf8-accept';
import { within } from './within';

/** In the order in which they are announced. */
export const EXTENSIONS: readonly Extension[] = [
  rev1,
  rev2,
  startTls,
  loginDisabled,
  mechanisms,
  saslIr,
  literalPlus,
  literalMinus,
  enable,
  id,
  idle,
  namespace,
  unselect,
  uidPlus,
  move,
  condstore,
  qresync,
  esearch,
  searchres,
  sort,
  threadByReferences,
  threadBySubject,
  listExtended,
  listStatus,
  listMyRights,
  children,
  specialUse,
  createSpecialUse,
  statusSize,
  binary,
  multiAppend,
  appendLimit,
  quota,
  acl,
  within,
  saveDate,
  objectId,
  preview,
  compress,
  unauthenticate,
  utf8Accept,
];

/** The table without what a profile leaves out; `*` leaves IMAP4rev1 and what it cannot be used without. */
export function offered(without: ReadonlySet<string>): Extension[] {
  const left = EXTENSIONS.filter(({ name, basic }) => !without.has(name.toUpperCase()) && (basic || !without.has('*')));
  const has = (wanted: string) => left.some(({ name }) => name === wanted);
  return left.filter(({ unless, needs = [] }) => !(unless && has(unless)) && [needs].flat().every(has));
}
