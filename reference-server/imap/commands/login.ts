import { demandTls, logIn, refuseLogin } from '../authentication';
import type { Command } from '../command';

/** RFC 9051 §6.2.3. */
export const login: Command = {
  state: 'greeted',
  run(session, { args }) {
    args.space();
    const user = args.astring();
    args.space();
    const password = args.astring();
    args.end();
    demandTls(session);
    const account = session.context.auth.password(utf8(user), utf8(password));
    return account ? logIn(session, account) : refuseLogin(session);
  },
};

function utf8(binary: string): string {
  return Buffer.from(binary, 'latin1').toString('utf8');
}
