/** What is announced of logging in, before it. */

import { tlsMissing } from '../authentication';
import { mechanismWords } from '../commands/authenticate';
import type { Extension } from '../extension';
import { greeted } from './states';

export const startTls: Extension = {
  name: 'STARTTLS',
  rfc: '9051 §6.2.1',
  basic: true,
  shows: (session) => greeted(session) && !session.connection.secure && session.context.tls.use !== 'none',
};

export const loginDisabled: Extension = {
  name: 'LOGINDISABLED',
  rfc: '9051 §6.2.3',
  basic: true,
  shows: (session) => greeted(session) && tlsMissing(session),
};

export const mechanisms: Extension = { name: 'AUTH=', rfc: '9051 §6.2.2', basic: true, words: mechanismWords };

export const saslIr: Extension = { name: 'SASL-IR', rfc: '4959', shows: greeted, initialResponse: true };
