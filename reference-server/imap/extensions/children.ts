import type { Extension } from '../extension';
import { loggedIn } from './states';

/** RFC 9051 §7.3.1 has it too. */
export const children: Extension = {
  name: 'CHILDREN',
  rfc: '3348',
  shows: loggedIn,
  list: { attribute: ({ hasChildren }) => (hasChildren ? '\\HasChildren' : '\\HasNoChildren') },
};
