/** Mistakes that POP3 servers make. Each stands in the list of its topic, in defects/pop3/. */

import { answers } from './pop3/answers';
import { authorization } from './pop3/authorization';
import { framing } from './pop3/framing';
import { guessing } from './pop3/guessing';
import { handshakes } from './pop3/handshakes';
import { inactivity } from './pop3/inactivity';
import { maildrop } from './pop3/maildrop';
import { proofs } from './pop3/proofs';
import type { Pop3Defect } from './pop3/tools';
import { upgrading } from './pop3/upgrading';
import { written } from './pop3/written';

/** By the file that holds them. */
export const pop3Lists = {
  'pop3/authorization': authorization,
  'pop3/upgrading': upgrading,
  'pop3/guessing': guessing,
  'pop3/inactivity': inactivity,
  'pop3/proofs': proofs,
  'pop3/maildrop': maildrop,
  'pop3/answers': answers,
  'pop3/framing': framing,
  'pop3/handshakes': handshakes,
  'pop3/written': written,
};

export const pop3Defects: readonly Pop3Defect[] = Object.values(pop3Lists).flat();
