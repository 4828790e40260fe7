/** Mistakes with mail from strangers. Each stands in the list of its topic, in defects/unwanted/. */

import { dkimCanonicalization } from './unwanted/dkim-canonicalization';
import { dkimFields } from './unwanted/dkim-fields';
import { dkimKeys } from './unwanted/dkim-keys';
import { dkimMalformed } from './unwanted/dkim-malformed';
import { dkimSignatures } from './unwanted/dkim-signatures';
import { dkimSigning } from './unwanted/dkim-signing';
import { dkimVerdicts } from './unwanted/dkim-verdicts';
import { dmarcAlignment } from './unwanted/dmarc-alignment';
import { dmarcAuthors } from './unwanted/dmarc-authors';
import { dmarcPolicies } from './unwanted/dmarc-policies';
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
  'unwanted/dkim-verdicts': dkimVerdicts,
  'unwanted/dkim-signatures': dkimSignatures,
  'unwanted/dkim-malformed': dkimMalformed,
  'unwanted/dkim-fields': dkimFields,
  'unwanted/dkim-canonicalization': dkimCanonicalization,
  'unwanted/dkim-keys': dkimKeys,
  'unwanted/dkim-signing': dkimSigning,
  'unwanted/dmarc-policies': dmarcPolicies,
  'unwanted/dmarc-alignment': dmarcAlignment,
  'unwanted/dmarc-authors': dmarcAuthors,
  'unwanted/strangers': strangers,
  'unwanted/results': results,
};

export const unwantedDefects: readonly UnwantedDefect[] = Object.values(unwantedLists).flat();
