import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scope } from '../dialogue/scope';
import { Blocked } from '../outcome';
import { startFakeServer, type Turn } from '../testing/fake-server';
import { openSession } from '../testing/open-session';
import { climb } from './climb';
import { ladder } from './ladders';

/** What blocks the way to a state, on a server that says this. */
async function obstacle(state: string, ...turns: Turn[]): Promise<unknown> {
  const server = await startFakeServer({ turns });
  const session = await openSession({ protocol: 'smtp', host: '127.0.0.1', port: server.port, reply: 300, number: 2 });
  try {
    await climb(ladder('smtp', state, 'none'), 'smtp', 2, {
      sessions: { openSession: () => session },
      scope: new Scope((name) => `${name}.test`),
    });
    return undefined;
  } catch (error) {
    return error;
  } finally {
    session.connection.destroy();
    await server.close();
  }
}

const OK = '250 ok\r\n';

test('a state is reached on any connection', async () => {
  assert.equal(await obstacle('after RCPT', '220 hello\r\n', OK, OK, OK), undefined);
});

test('what failed is named, with the requirement whose scenario judges it', async () => {
  const failures: [turns: Turn[], reason: RegExp, requirement: string][] = [
    [['554 go away\r\n'], /^the greeting: 220 was expected, 554 came/, 'R5321-4.3.1-a'],
    [['220 hello\r\n', ''], /^EHLO: an SMTP reply did not come/, 'R5321-2.2.1-1'],
    [['220 hello\r\n', OK, OK, '450 not now\r\n'], /^RCPT: 250 or 251 was expected, 450 came/, 'R5321-3.3-d'],
  ];
  for (const [turns, reason, requirement] of failures) {
    const error = await obstacle('after DATA', ...turns);
    assert.ok(error instanceof Blocked);
    assert.match(error.reason, reason);
    assert.equal(error.requirement, requirement);
  }
});
