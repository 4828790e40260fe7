import { NAMES } from '../../tls/protection';
import type { Command } from '../command';
import { bad } from '../refusal';

/** RFC 9051 §6.2.1. What came before the handshake is thrown away: nobody vouches for it. */
export const startTls: Command = {
  state: 'greeted',
  run(session, { args }) {
    args.end();
    const { connection, context } = session;
    if (connection.secure) throw bad('TLS is there already');
    if (context.tls.use === 'none') throw bad('There is no TLS here');
    return {
      text: 'Begin the handshake',
      after: () => connection.secureBy((plain) => context.tls.protect(plain, NAMES.imap)),
    };
  },
};
