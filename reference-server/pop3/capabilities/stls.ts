/** STLS (RFC 2595 §4). */

import { NAMES } from '../../tls/protection';
import { BAD_ARGUMENTS, err, ok } from '../answer';
import { AUTHORIZATION, type Capability, type Handler } from '../capability';

const command: Handler = async (session, argument) => {
  const { connection, context } = session;
  if (argument !== '') return BAD_ARGUMENTS;
  if (connection.secure) return err('TLS is there already');
  // RFC 6856 §2.1.
  if (session.utf8) return err('STLS comes before UTF8');
  session.send(ok('Begin the handshake'));
  await connection.flush();
  await connection.secureBy((plain) => context.tls.protect(plain, NAMES.pop3));
  return undefined;
};

export const stls: Capability = {
  tag: 'STLS',
  rfc: 'RFC 2595 §4',
  exists: ({ tls }) => tls.use !== 'none',
  announce: ({ connection, state }) => (connection.secure || state !== 'authorization' ? undefined : ''),
  commands: { STLS: { states: AUTHORIZATION, run: command } },
};
