/** What mistakes at the ports for users are made with. */

import type { Mail } from '../../reference-server/delivery/mail';
import type { SmtpSeams } from '../../reference-server/smtp/seams';
import type { Session } from '../../reference-server/smtp/session';
import { isSubmission } from '../../reference-server/smtp/submission/port';
import { altered, announcing, type SmtpDefect } from '../smtp/tools';

export const submission = (name: string, mistake: string, reference: string, seams: SmtpSeams): SmtpDefect => ({
  name: `submission-${name}`,
  mistake,
  reference,
  seams,
});

/** Stands around these commands on the ports for users only. */
export function onPort(
  verbs: string,
  handle: (session: Session, argument: string) => ReturnType<NonNullable<SmtpSeams['out']>>,
): SmtpSeams {
  const wanted = new Set(verbs.split(' '));
  return {
    around: async (session, { verb, argument }, next) => {
      const meant = wanted.has(verb) && isSubmission(session.service.name);
      return (meant ? handle(session, argument) : undefined) ?? next();
    },
  };
}

/** Another answer to EHLO on the ports for users. */
export function offering(change: (lines: string[]) => string[]): SmtpSeams {
  const { out } = announcing(change);
  return {
    out: (answer, session, command) => (isSubmission(session.service.name) ? out!(answer, session, command) : answer),
  };
}

/** Without this keyword. */
export const silentOf = (keyword: string): SmtpSeams =>
  offering((lines) => lines.filter((line) => line.split(' ')[0] !== keyword));

/** What somebody who has logged in sends, changed on its way to the mailbox. */
export function submitting(edit: (text: string, mail: Mail) => string): SmtpSeams {
  return altered((text, mail) => (mail.origin.protocol.endsWith('A') ? edit(text, mail) : text));
}

/** What comes to the port for everybody. */
export function arriving(edit: (text: string, mail: Mail) => string): SmtpSeams {
  return altered((text, mail) => (mail.origin.protocol.endsWith('A') ? text : edit(text, mail)));
}

/** The server's own Message-IDs, as complete.ts makes them. */
export const OWN_ID = /^Message-ID: <[0-9a-f]{32}@.*>\r\n/m;
