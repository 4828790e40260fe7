import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../../server';
import { talk } from '../../testing/talk';
import { effective, expanded, flagClasses, RIGHTS, told } from './rights';

const ALICE = { address: 'alice@example.test', password: 'secret' };
const BOB = { address: 'bob@example.test', password: 'secret' };

test('an owner has all that no entry of his says otherwise, and always l and a', () => {
  assert.equal(effective([], 'a@x.test', true), RIGHTS);
  assert.equal(effective([{ identifier: 'a@x.test', rights: 'r' }], 'a@x.test', true), 'lra');
  assert.equal(effective([{ identifier: '-anyone', rights: 'lrw' }], 'a@x.test', true), 'lsipkxtea');
});

test('entries add up, and negative rights take away', () => {
  const list = [
    { identifier: 'anyone', rights: 'lr' },
    { identifier: 'b@x.test', rights: 'ws' },
    { identifier: '-b@x.test', rights: 'rw' },
  ];
  assert.equal(effective(list, 'b@x.test', false), 'ls');
  assert.equal(effective(list, 'c@x.test', false), 'lr');
});

test('obsolete rights are told beside what they stand for, and are taken for it', () => {
  assert.equal(told('lrx'), 'lrxc');
  assert.equal(told('lret'), 'lretd');
  assert.equal(expanded('lrcd'), 'lrkxte');
});

test('which flags somebody may change is told by s, t and w', () => {
  assert.deepEqual(flagClasses('s'), { system: 1, keywords: false });
  assert.deepEqual(flagClasses('tw'), { system: 2 | 4 | 8 | 16, keywords: true });
});

test('one user reaches what another has let him, and nothing else shows that it is there', async () => {
  const server = await startServer({ accounts: [ALICE, BOB], tls: 'none', listen: { imap: { port: 0 } } });
  try {
    const say = (who: string, ...lines: string[]) =>
      talk(server.ports.imap!, `l LOGIN ${who}@example.test secret`, ...lines, 'z LOGOUT');
    const hers = '#users/alice@example.test/plans';
    await say('alice', 'a CREATE plans', 'b CREATE secret', 'c SETACL plans bob lrs');
    const his = await say(
      'bob',
      `a SELECT ${hers}`,
      `b MYRIGHTS ${hers}`,
      `c GETACL ${hers}`,
      'd GETACL #users/alice@example.test/secret',
      'e GETACL #users/alice@example.test/nothing',
      'f LIST "" #users/*',
      'g LIST "" *',
      `h STORE 1 +FLAGS (\\Seen)`,
    );
    assert.match(his, /\[PERMANENTFLAGS \(\\Seen\)\]/);
    assert.match(his, /^a OK \[READ-WRITE\]/m);
    assert.match(his, /^\* MYRIGHTS #users\/alice@example\.test\/plans lrs\r$/m);
    assert.match(his, /^c NO \[NOPERM\]/m);
    assert.equal(/^d (.*)$/m.exec(his)?.[1], /^e (.*)$/m.exec(his)?.[1]);
    assert.match(his, /^d NO \[NONEXISTENT\]/m);
    assert.match(his, /^\* LIST \(.*\) "\/" #users\/alice@example\.test\/plans\r$/m);
    assert.equal(his.match(/^\* LIST .*#users/gm)?.length, 1);
    await server.restart();
    assert.match(await say('bob', `a MYRIGHTS ${hers}`), / lrs\r$/m);
  } finally {
    await server.close();
  }
});

test('a folder is there that belongs to nobody', async () => {
  const server = await startServer({ accounts: [ALICE, BOB], tls: 'none', listen: { imap: { port: 0 } } });
  try {
    const told = await talk(
      server.ports.imap!,
      'l LOGIN bob@example.test secret',
      'a NAMESPACE',
      'b LIST "" #shared/%',
      'c SELECT #shared/Board',
      'd DELETE #shared/Board',
      'e CREATE #shared/Board/Ideas',
      'f CREATE #shared/Mine',
      'z LOGOUT',
    );
    assert.match(told, /^\* NAMESPACE \(\("" "\/"\)\) \(\("#users\/" "\/"\)\) \(\("#shared\/" "\/"\)\)\r$/m);
    assert.match(told, /^\* LIST \(.*\) "\/" #shared\/Board\r$/m);
    assert.match(told, /^c OK \[READ-WRITE\]/m);
    assert.match(told, /^d NO \[NOPERM\]/m);
    assert.match(told, /^e OK/m);
    assert.match(told, /^f NO \[NOPERM\]/m);
  } finally {
    await server.close();
  }
});
