/** Mistakes of webmails. Each stands in the list of its topic, in defects/webmail/. */

import { cookies } from './webmail/cookies';
import { filing } from './webmail/filing';
import { replying } from './webmail/replying';
import { sending } from './webmail/sending';
import type { WebmailDefect } from './webmail/tools';

/** By the file that holds them. */
export const webmailLists = {
  'webmail/cookies': cookies,
  'webmail/sending': sending,
  'webmail/replying': replying,
  'webmail/filing': filing,
};

export const webmailDefects: readonly WebmailDefect[] = Object.values(webmailLists).flat();
