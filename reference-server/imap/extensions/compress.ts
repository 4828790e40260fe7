import { compress as run } from '../commands/compress';
import type { Extension } from '../extension';
import { loggedIn } from './states';

export const compress: Extension = {
  name: 'COMPRESS=DEFLATE',
  rfc: '4978',
  // What is on cannot be had a second time, but RFC 4978 does not say that it is then no longer announced.
  shows: loggedIn,
  commands: { COMPRESS: run },
};
