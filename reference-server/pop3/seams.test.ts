import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assemble } from '../assemble';
import type { Connection } from '../net/connection';
import { Maildrop } from './maildrop';
import type { Pop3Seams } from './seams';
import { Pop3Service } from './service';
import { Session } from './session';

const ALICE = { address: 'alice@example.test', password: 'secret' };
/** As much of a connection as logging in asks for. */
const CONNECTION = { secure: false } as Connection;

async function loggedIn(guests: readonly Pop3Seams[], look: (session: Session, maildrop: Maildrop) => void) {
  const context = await assemble({ tls: 'none', accounts: [ALICE] });
  try {
    const session = new Session(new Pop3Service(context, guests), CONNECTION);
    session.logIn(context.auth.password(ALICE.address, ALICE.password));
    look(session, session.maildrop!);
  } finally {
    context.store.close();
  }
}

const methods = (part: object) =>
  Object.entries(part).flatMap(([name, value]) => (typeof value === 'function' ? name : []));

describe('the seams of POP3', () => {
  it('are absent where nobody steps in, and the maildrop is the right one', () =>
    loggedIn([], ({ service }, maildrop) => {
      assert.deepEqual(service.seams, {});
      assert.equal(service.around, undefined);
      assert.equal(Object.getPrototypeOf(maildrop), Maildrop.prototype);
      assert.deepEqual(methods(maildrop), []);
    }));

  it('stand around commands while there are faults, and no longer', () =>
    loggedIn([], ({ service }) => {
      const remove = service.context.faults.add({ protocol: 'pop3', command: 'RETR', drop: true });
      assert.notEqual(service.around, undefined);
      remove();
      assert.equal(service.around, undefined);
    }));

  it('replace methods of the one maildrop, the first named outermost', () => {
    const naming = (prefix: string): Pop3Seams => ({
      parts: { maildrop: (right) => ({ uniqueId: (entry) => `${prefix}(${right.uniqueId(entry)})` }) },
    });
    const entry = { number: 1, uid: 7, stored: 0, unended: false, blob: 1, deleted: false };
    return loggedIn([naming('a'), naming('b')], (_, maildrop) => {
      assert.match(maildrop.uniqueId(entry), /^a\(b\(\d+\.7\)\)$/);
      assert.deepEqual(methods(maildrop), ['uniqueId']);
    });
  });
});
