/** STARTTLS (RFC 3207). */

import { reply } from '../../delivery/reply';
import { NAMES } from '../../tls/protection';
import type { Command, Extension } from '../extension';
import { SYNTAX, sequence } from '../reply';

const starttls: Command = async (session, argument) => {
  const { connection, context } = session;
  if (argument !== '') return SYNTAX.noArguments;
  if (connection.secure) return sequence('TLS is there already');
  session.send(reply(220, '2.0.0', 'Begin the handshake'));
  await connection.flush();
  await connection.secureBy((plain) => context.tls.protect(plain, NAMES[session.protocol]));
  // RFC 3207 §4.2: the session stands as after the greeting.
  session.hello = undefined;
  session.account = undefined;
  session.reset();
  return undefined;
};

export const startTls: Extension = {
  keyword: 'STARTTLS',
  rfc: 'RFC 3207 §2',
  offered: ({ name, context }) => context.tls.use !== 'none' && name !== 'submissions',
  announce: ({ connection }) => (connection.secure ? undefined : ''),
  commands: { STARTTLS: starttls },
};
