import type { Extension } from '../extension';
import { loggedIn } from './states';

export const multiAppend: Extension = {
  name: 'MULTIAPPEND',
  rfc: '3502',
  shows: loggedIn,
  append: { several: true },
};
