/** Mistakes of webmails. Each stands in the list of its topic, in defects/webmail/. */

import { cookies } from './webmail/cookies';
import { files } from './webmail/files';
import { filing } from './webmail/filing';
import { listing } from './webmail/listing';
import { markup } from './webmail/markup';
import { pages } from './webmail/pages';
import { replying } from './webmail/replying';
import { sending } from './webmail/sending';
import { sessions } from './webmail/sessions';
import { showing } from './webmail/showing';
import type { WebmailDefect } from './webmail/tools';

/** By the file that holds them. */
export const webmailLists = {
  'webmail/sessions': sessions,
  'webmail/cookies': cookies,
  'webmail/pages': pages,
  'webmail/listing': listing,
  'webmail/showing': showing,
  'webmail/files': files,
  'webmail/markup': markup,
  'webmail/sending': sending,
  'webmail/replying': replying,
  'webmail/filing': filing,
};

export const webmailDefects: readonly WebmailDefect[] = Object.values(webmailLists).flat();
