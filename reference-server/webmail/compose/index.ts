/** All that routes ask of writing. */

import { begun, draftIn } from './begin';
import { streamOf } from './letter';
import { post } from './post';
import { sendingOf } from './sendings';
import { discard, keepCopy, keepDraft, markOrigin } from './store';

export const WRITING = { begun, draftIn, streamOf, sendingOf, post, keepCopy, keepDraft, discard, markOrigin };

export type Writing = typeof WRITING;
