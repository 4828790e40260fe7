/** Mistakes with mail from strangers. Each stands in the list of its topic, in defects/unwanted/. */

import { results } from './unwanted/results';
import { spfMechanisms } from './unwanted/spf-mechanisms';
import { spfRecords } from './unwanted/spf-records';
import { spfSenders } from './unwanted/spf-senders';
import { strangers } from './unwanted/strangers';
import type { UnwantedDefect } from './unwanted/tools';

/** By the file that holds them. */
export const unwantedLists = {
  'unwanted/spf-records': spfRecords,
  'unwanted/spf-mechanisms': spfMechanisms,
  'unwanted/spf-senders': spfSenders,
  'unwanted/strangers': strangers,
  'unwanted/results': results,
};

export const unwantedDefects: readonly UnwantedDefect[] = Object.values(unwantedLists).flat();
