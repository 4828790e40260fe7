/** What every route knows: the parts of the webmail, and who asks. */

import type { Context } from 'hono';
import type { Attempts } from './access/attempts';
import type { Cookies } from './access/cookies';
import type { Guard } from './access/guard';
import type { Session, Sessions } from './access/sessions';
import type { Writing } from './compose';
import type { Sendings } from './compose/sendings';
import type { Uploads } from './compose/uploads';
import type { Links, Showing, ShownBody } from './content';
import type { Click, Clicks } from './dialogue/click';
import type { MailAccount } from './mail/account';
import type { Undo } from './mail/actions';
import type { Address } from './mail/addresses';
import type { Place, WebmailLimits } from './options';
import type { Language, Words } from './words/languages';

/** Made once by index.ts. */
export interface Webmail {
  readonly imap: Place;
  readonly smtp: Place;
  readonly domain: string | undefined;
  readonly name: string;
  readonly limits: WebmailLimits;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly guard: Guard;
  readonly cookies: Cookies;
  readonly showing: Showing;
  readonly writing: Writing;
  /** What belongs to a session besides its password. */
  readonly desks: Desks;
  /** The links of mails that a session has been shown, over the page that tells where they lead. */
  readonly links: (session: Session) => Links;
  readonly now: () => number;
  readonly random: (octets: number) => Buffer;
  readonly log: (line: string) => void;
}

export interface Notice {
  readonly code: string;
  /** How many messages it is about. */
  readonly count?: number;
  /** What takes it back. */
  readonly undo?: string;
}

/** What a signed-in user has on their desk. */
export interface Desk {
  readonly account: MailAccount;
  readonly clicks: Clicks;
  /** What the next page is to tell. */
  notice: Notice | undefined;
  /** What the last click did, while it can be taken back. */
  undo: { readonly id: string; readonly what: Undo } | undefined;
  /** The HTML that the page around its frame was made for. */
  shown: { readonly key: string; readonly body: ShownBody } | undefined;
  /** Files for messages that are not sent yet. */
  readonly uploads: Uploads;
  readonly sendings: Sendings;
  /** To whom was written, newest first, and when that was asked. */
  known: { readonly at: number; readonly addresses: readonly Address[] } | undefined;
}

export interface Desks {
  of(session: Session): Desk;
}

/** A request by somebody who is signed in. */
export interface Visitor {
  readonly session: Session;
  readonly password: string;
  readonly click: Click;
  readonly desk: Desk;
}

export type Web = {
  Bindings: { incoming?: import('node:http').IncomingMessage };
  Variables: { language: Language; words: Words; visitor: Visitor | undefined };
};
export type WebContext = Context<Web>;
