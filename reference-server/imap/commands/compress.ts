import type { Command } from '../command';
import { bad } from '../refusal';

/** RFC 4978 §3. */
export const compress: Command = {
  state: 'authenticated',
  run(session, { args }) {
    args.space();
    const mechanism = args.atom();
    args.end();
    if (mechanism.toUpperCase() !== 'DEFLATE') throw bad('I know no such way to compress');
    // There is no other layer here that could compress: TLS does not.
    if (session.connection.compressed) throw bad('Compression is on already', 'COMPRESSIONACTIVE');
    return { text: 'From here on compressed', after: async () => session.connection.compress() };
  },
};
