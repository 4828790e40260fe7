/** The commands that need no extension. */

import type { Command } from '../extension';
import { expn, help, obsolete, vrfy } from './ask';
import { data } from './data';
import { ehlo, helo, lhlo } from './hello';
import { mail } from './mail';
import { noop, quit, rset } from './plain';
import { rcpt } from './rcpt';

const SHARED: Readonly<Record<string, Command>> = {
  MAIL: mail,
  RCPT: rcpt,
  DATA: data,
  RSET: rset,
  NOOP: noop,
  QUIT: quit,
  VRFY: vrfy,
  EXPN: expn,
  HELP: help,
};

export const BASE_COMMANDS: Readonly<Record<'smtp' | 'lmtp', Readonly<Record<string, Command>>>> = {
  smtp: { ...SHARED, EHLO: ehlo, HELO: helo, SEND: obsolete, SOML: obsolete, SAML: obsolete, TURN: obsolete },
  // RFC 2033 §4.1: HELO and EHLO are not LMTP's.
  lmtp: { ...SHARED, LHLO: lhlo },
};
