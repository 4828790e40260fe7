import { unauthenticate as run } from '../commands/unauthenticate';
import type { Extension } from '../extension';
import { loggedIn } from './states';

export const unauthenticate: Extension = {
  name: 'UNAUTHENTICATE',
  rfc: '8437',
  // RFC 8437 §3 lets it show only behind the login.
  shows: loggedIn,
  commands: { UNAUTHENTICATE: run },
};
