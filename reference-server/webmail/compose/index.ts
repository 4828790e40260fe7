/** All that routes ask of writing. */

import { begun, draftIn } from './begin';
import { streamOf } from './letter';
import { post } from './post';
import { discard, keepCopy, keepDraft, markOrigin } from './store';

export const WRITING = { begun, draftIn, streamOf, post, keepCopy, keepDraft, discard, markOrigin };

export type Writing = typeof WRITING;
