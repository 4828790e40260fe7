/** Extensions that only announce what the rest of the server does anyway. */

import type { Extension } from '../extension';

/** RFC 2920: replies to commands that came together go out together; nothing is ever thrown away between commands. */
export const pipelining: Extension = {
  keyword: 'PIPELINING',
  rfc: 'RFC 2920 §2',
  neededByLmtp: true,
  announce: () => '',
};

/** RFC 2034: every 2xx, 4xx and 5xx but the greeting's and EHLO's begins with an RFC 3463 code. */
export const enhancedStatusCodes: Extension = {
  keyword: 'ENHANCEDSTATUSCODES',
  rfc: 'RFC 2034 §3',
  neededByLmtp: true,
  announce: () => '',
};

/** RFC 5321 §3.5.2: VRFY may be listed, EXPN must be where it is understood. */
export const vrfy: Extension = { keyword: 'VRFY', rfc: 'RFC 5321 §4.1.1.6', announce: () => '' };
export const expn: Extension = { keyword: 'EXPN', rfc: 'RFC 5321 §4.1.1.7', announce: () => '' };
export const help: Extension = { keyword: 'HELP', rfc: 'RFC 5321 §4.1.1.8', announce: () => '' };
