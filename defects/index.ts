/** All named mistakes, and the seams by which the bundled server is made to make some of them. */

import type { ProtocolSeams } from '../reference-server/protocol-seams';
import type { Defect } from './defect';
import { imapDefects, imapLists } from './imap';
import { lmtpDefects } from './lmtp';
import { mimeDefects, mimeLists } from './mime';
import { pop3Defects, pop3Lists } from './pop3';
import { relayDefects, relayLists } from './relay';
import { smtpDefects, smtpLists } from './smtp';
import { submissionDefects, submissionLists } from './submission';
import { unwantedDefects, unwantedLists } from './unwanted';
import { webmailDefects, webmailLists } from './webmail';

/** By the file that holds them, `smtp/order`: beside it stands what each was seen to turn red (`smtp/order.proof.yaml`). */
export const LISTS: Readonly<Record<string, readonly Defect[]>> = {
  ...smtpLists,
  ...submissionLists,
  lmtp: lmtpDefects,
  ...pop3Lists,
  ...imapLists,
  ...mimeLists,
  ...relayLists,
  ...unwantedLists,
  ...webmailLists,
};

/** Those that take two parts of the server. */
const ALSO: readonly Defect[] = [...relayDefects, ...unwantedDefects, ...webmailDefects];

/**
 * What `startServer` is given to make these mistakes: `startServer({ seams: mistakes(['smtp-open-relay']) })`. A mistake of one protocol
 * is not made in the other; one with the message itself is made in SMTP and in LMTP. Throws for a name that is on none of the lists.
 */
export function mistakes(names: readonly string[]): ProtocolSeams {
  const known = new Set(
    Object.values(LISTS)
      .flat()
      .map(({ name }) => name),
  );
  for (const name of names) if (!known.has(name)) throw new Error(`there is no defect ${name}`);
  const wanted = <Seams>(list: ReadonlyArray<Defect<Seams>>): Seams[] =>
    [...new Set(names)].flatMap((name) => list.find((defect) => defect.name === name)?.seams ?? []);
  const also = [...new Set(names)].flatMap((name) => ALSO.find((defect) => defect.name === name)?.also ?? []);
  return {
    smtp: [
      ...wanted(smtpDefects),
      ...wanted(submissionDefects),
      ...wanted(mimeDefects),
      ...also.flatMap(({ smtp }) => smtp ?? []),
    ],
    lmtp: [...wanted(lmtpDefects), ...wanted(mimeDefects)],
    pop3: wanted(pop3Defects),
    imap: [...wanted(imapDefects), ...also.flatMap(({ imap }) => imap ?? [])],
    relay: [...wanted(relayDefects), ...also.flatMap(({ relay }) => relay ?? [])],
    unwanted: wanted(unwantedDefects),
    webmail: wanted(webmailDefects),
  };
}
