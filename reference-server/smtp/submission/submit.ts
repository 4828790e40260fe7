/** A message of a user; on the port for users looked at, and completed. */

import type { Mail } from '../../delivery/mail';
import type { Reply } from '../../delivery/reply';
import type { Session } from '../session';
import { completed } from './complete';
import { improperAddress, leadingFields } from './header';
import { isSubmission } from './port';

/** The message as it goes on, or what refuses it. On other ports, and where delivery will refuse it anyway, its content stays as it came. */
export function submitted({ service, context, account }: Session, mail: Mail): Mail | Reply {
  if (account && !isSubmission(service.name)) return own(mail);
  const { tooBig, bareNewline, nul } = mail.found;
  if (!isSubmission(service.name) || tooBig || bareNewline || nul) return mail;
  const fields = leadingFields(mail.content);
  if (!fields) return own(mail);
  return (
    improperAddress(fields, context.directory) ??
    own({ ...mail, content: completed(mail.content, fields, account, context) })
  );
}

/** Who is known answers for what he sends: it may be signed. */
function own(mail: Mail): Mail {
  return { ...mail, envelope: { ...mail.envelope, own: true } };
}
