/** Where somebody may step into the webmail: see ../seams.ts. */

import type { ImapFlow } from 'imapflow';
import type { Replacements, Seams } from '../seams';
import type { Attempts } from './access/attempts';
import type { Cookies } from './access/cookies';
import type { Guard } from './access/guard';
import type { Sessions } from './access/sessions';
import type { Writing } from './compose';
import type { Showing } from './content';
import type { Webmail } from './web';

export interface WebmailParts {
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly guard: Guard;
  readonly cookies: Cookies;
  /** What is made of what mails bring, for a browser. */
  readonly showing: Showing;
  /** From a form to a message on its way. */
  readonly writing: Writing;
  /** The way to the mail; one for each connection. */
  readonly client: ImapFlow;
}

/** A request on its way to the routes; another may be put in its place. */
export interface Visiting {
  request: Request;
}

/** HTTP has requests and responses alone: what is within one connection is of no session. */
export type WebmailSeams = Pick<Seams<Webmail, Visiting, Response, WebmailParts>, 'around' | 'parts'>;

export type WebmailReplacements = Replacements<WebmailParts>;
