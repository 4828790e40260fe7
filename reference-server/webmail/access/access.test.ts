import assert from 'node:assert';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { Attempts } from './attempts';
import { Guard } from './guard';
import { Sessions } from './sessions';

const limits = { idle: 1000, session: 5000, sessions: 2 };

function clocked() {
  const clock = { at: 0 };
  return { clock, sessions: new Sessions({ now: () => clock.at, random: randomBytes, limits }) };
}

test('a cookie gives the session and its password, and nothing else does', () => {
  const { sessions } = clocked();
  const { cookie } = sessions.open('alice', 'pass-wörd');
  assert.equal(sessions.find(cookie)?.password, 'pass-wörd');
  const octets = Buffer.from(cookie, 'base64url');
  octets[octets.length - 1]! ^= 1;
  assert.equal(sessions.find(octets.toString('base64url')), undefined);
  for (const wrong of ['', 'x', cookie.slice(0, -4), `${cookie}AAAA`]) assert.equal(sessions.find(wrong), undefined);
});

test('the memory of the sessions holds neither password nor cookie', () => {
  const { sessions } = clocked();
  const { cookie } = sessions.open('alice', 'very-secret-word');
  const [[name, kept]] = [...(sessions as unknown as { kept: Map<string, object> }).kept] as [[string, object]];
  const all = JSON.stringify([name, kept]);
  assert.ok(!all.includes('very-secret-word'));
  assert.ok(!all.includes(cookie.slice(0, 20)));
});

test('a session ends when it is not used, and after its time even when it is', () => {
  const { clock, sessions } = clocked();
  const ended: string[] = [];
  const { cookie, session } = sessions.open('alice', 'p');
  session.ends.add(() => ended.push('alice'));
  for (let i = 0; i < 5; i++) {
    clock.at += 1000;
    assert.ok(sessions.find(cookie), `at ${clock.at}`);
  }
  clock.at += 1;
  assert.equal(sessions.find(cookie), undefined);
  assert.deepEqual(ended, ['alice']);
  const idle = sessions.open('bob', 'p');
  clock.at += 1001;
  assert.equal(sessions.find(idle.cookie), undefined);
});

test('the oldest session gives way where there are too many', () => {
  const { sessions } = clocked();
  const [first, second, third] = ['a', 'b', 'c'].map((user) => sessions.open(user, user).cookie);
  assert.equal(sessions.find(first!), undefined);
  assert.equal(sessions.find(second!)?.session.user, 'b');
  assert.equal(sessions.find(third!)?.session.user, 'c');
  sessions.close(second!);
  assert.equal(sessions.find(second!), undefined);
});

test('failures make a user wait, longer each time, from whatever address', () => {
  let at = 0;
  const attempts = new Attempts({ now: () => at, limit: 3 });
  attempts.fail('alice', '192.0.2.1');
  attempts.fail('alice', '192.0.2.2');
  assert.equal(attempts.wait('alice', '192.0.2.3'), 0);
  attempts.fail('Alice', '192.0.2.3');
  assert.equal(attempts.wait('alice', '192.0.2.4'), 10_000);
  assert.equal(attempts.wait('bob', '192.0.2.3'), 0);
  at += 10_000;
  assert.equal(attempts.wait('alice', '192.0.2.1'), 0);
  attempts.fail('alice', '192.0.2.1');
  assert.equal(attempts.wait('alice', '192.0.2.1'), 20_000);
  at += 20_000;
  attempts.succeed('alice', '192.0.2.1');
  attempts.fail('alice', '192.0.2.1');
  assert.equal(attempts.wait('alice', '192.0.2.1'), 0);
});

test('an address that fails with many users waits too', () => {
  const attempts = new Attempts({ now: () => 0, limit: 3 });
  for (let i = 0; i < 12; i++) attempts.fail(`user${i}`, '192.0.2.1');
  assert.ok(attempts.wait('somebody', '192.0.2.1') > 0);
  assert.equal(attempts.wait('somebody', '192.0.2.2'), 0);
});

test('a token belongs to its ticket, and a form to its site', () => {
  const guard = new Guard(randomBytes);
  const ticket = guard.ticket();
  assert.ok(guard.isTokenFor(ticket, guard.tokenFor(ticket)));
  assert.ok(!guard.isTokenFor(guard.ticket(), guard.tokenFor(ticket)));
  assert.ok(!guard.isTokenFor('', guard.tokenFor('')));
  const own = 'http://127.0.0.1:2080';
  assert.ok(guard.isOwn({ site: 'same-origin' }, own));
  assert.ok(guard.isOwn({ origin: own }, own));
  assert.ok(guard.isOwn({}, own));
  assert.ok(!guard.isOwn({ site: 'cross-site', origin: own }, own));
  assert.ok(!guard.isOwn({ site: 'same-site' }, own));
  assert.ok(!guard.isOwn({ origin: 'http://127.0.0.1:2081' }, own));
  assert.ok(!guard.isOwn({ origin: 'null' }, own));
});
