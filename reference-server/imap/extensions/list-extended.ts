import type { Extension } from '../extension';
import { loggedIn } from './states';

export const listExtended: Extension = {
  name: 'LIST-EXTENDED',
  rfc: '5258',
  shows: loggedIn,
  list: {
    patterns: true,
    select: {
      SUBSCRIBED: { fits: (name, { subscribed }) => subscribed.has(name), also: ({ subscribed }) => subscribed },
      // Nothing lies elsewhere: all there is, is here.
      REMOTE: {},
      RECURSIVEMATCH: { recursive: true },
    },
    returns: { SUBSCRIBED: {}, CHILDREN: {} },
    attribute({ name, names, request }) {
      const told = request.select.has('SUBSCRIBED') || request.return.has('SUBSCRIBED');
      return told && names.subscribed.has(name) ? '\\Subscribed' : undefined;
    },
  },
};
