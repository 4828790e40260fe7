import { type Command, completed } from '../command';
import type { Extension } from '../extension';
import { bad } from '../refusal';
import { announce } from '../response/announce';
import type { Session } from '../session';
import { loggedIn } from './states';

/** Octets of the line that ends it. */
const LONGEST_LINE = 8192;

/** RFC 2177, RFC 9051 §6.3.13: news as it comes, until the client says DONE. */
const run: Command = {
  state: 'authenticated',
  async run(session, call) {
    call.args.end();
    session.continuation('Idling');
    let idling = true;
    const stop = session.selected?.watch(teller(session, () => idling));
    try {
      announce(session, true);
      session.push();
      const { octets } = await session.connection.readLine(LONGEST_LINE);
      if (octets.toString('latin1').toUpperCase() !== 'DONE') throw bad('IDLE ends with DONE');
      return completed(call);
    } finally {
      idling = false;
      stop?.();
    }
  },
};

export const idle: Extension = { name: 'IDLE', rfc: '2177', shows: loggedIn, commands: { IDLE: run } };

/** Tells the client what is new: all of one moment at once, and no more while it takes nothing. */
function teller(session: Session, idling: () => boolean): () => void {
  let due = false;
  const tell = async () => {
    due = false;
    if (!idling()) return;
    announce(session, true);
    session.push();
    await session.connection.flush();
    // BYE was said: the mailbox is gone.
    if (session.ended) session.connection.interrupt('shutdown');
  };
  return () => {
    if (due) return;
    due = true;
    setImmediate(() => void tell());
  };
}
