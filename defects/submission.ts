/** Mistakes at the ports for users. Each stands in the list of its topic, in defects/submission/. */

import type { SmtpDefect } from './smtp/tools';
import { access } from './submission/access';
import { addresses } from './submission/addresses';
import { completion } from './submission/completion';
import { offers } from './submission/offers';

/** By the file that holds them. */
export const submissionLists = {
  'submission/access': access,
  'submission/offers': offers,
  'submission/addresses': addresses,
  'submission/completion': completion,
};

export const submissionDefects: readonly SmtpDefect[] = Object.values(submissionLists).flat();
