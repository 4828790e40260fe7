/** A message on the port for users: looked at, and completed. */

import type { Mail } from '../../delivery/mail';
import type { Reply } from '../../delivery/reply';
import type { Session } from '../session';
import { completed } from './complete';
import { improperAddress, leadingFields } from './header';
import { isSubmission } from './port';

/** The message as it goes on, or what refuses it. On other ports, and where delivery will refuse it anyway, it stays as it came. */
export function submitted({ service, context, account }: Session, mail: Mail): Mail | Reply {
  const { tooBig, bareNewline, nul } = mail.found;
  if (!isSubmission(service.name) || tooBig || bareNewline || nul) return mail;
  const fields = leadingFields(mail.content);
  if (!fields) return mail;
  return (
    improperAddress(fields, context.directory) ?? {
      ...mail,
      content: completed(mail.content, fields, account, context),
    }
  );
}
