import type { Extension } from '../extension';
import { loggedIn } from './states';

export const statusSize: Extension = {
  name: 'STATUS=SIZE',
  rfc: '8438',
  shows: loggedIn,
  status: { SIZE: (_session, { size }) => size },
};
