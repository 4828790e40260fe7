import assert from 'node:assert/strict';
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { test } from 'node:test';
import { scramFinal, scramFirst, scramVerifier } from './scram';

const user = Buffer.from('a=b,c@example.test');
const password = Buffer.from('secret-1');
const encode = (text: string) => Buffer.from(Buffer.from(text).toString('base64'));
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** A server's view: from what it stores, does the client's proof fit? */
test('the proof is one that a server accepts, and the verifier is what it sends', () => {
  const bare = scramFirst(user).toString().slice(3);
  assert.match(bare, /^n=a=3Db=2Cc@example\.test,r=/);
  const salt = Buffer.from('0123456789abcdef');
  const nonce = `${bare.split('r=')[1]}server`;
  const serverFirst = `r=${nonce},s=${salt.toString('base64')},i=4096`;
  const final = scramFinal(user, password, encode(serverFirst)).toString();
  const [, withoutProof, proof] = /^(.*),p=(.*)$/.exec(final)!;
  const signed = `${bare},${serverFirst},${withoutProof}`;
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  const signature = hmac(storedKey, signed);
  const clientKey = Buffer.from(Buffer.from(proof!, 'base64').map((octet, n) => octet ^ signature[n]!));
  assert.deepEqual(createHash('sha256').update(clientKey).digest(), storedKey);
  const verifier = hmac(hmac(salted, 'Server Key'), signed).toString('base64');
  assert.equal(scramVerifier(user, password, encode(serverFirst)).toString(), `v=${verifier}`);
});

for (const challenge of [
  '',
  'nonsense',
  'r=other,s=AAAA,i=4096',
  `${scramFirst(user).toString().split(',').at(-1)},s=AAAA,i=4096`,
  `${scramFirst(user).toString().split(',').at(-1)}x,s=AAAA,i=999999999`,
]) {
  test(`the challenge ${JSON.stringify(challenge)} is a mismatch`, () => {
    assert.throws(() => scramFinal(user, password, encode(challenge)), {
      name: 'Mismatch',
      code: 'malformed-challenge',
    });
  });
}

test('what is said otherwise stands where it belongs, and the proof covers it', () => {
  const otherwise = ['y,a=bob,', 'x=later', 'm=now', 'r=other'].map((text) => Buffer.from(text));
  const first = scramFirst(user, ...otherwise).toString();
  assert.match(first, /^y,a=bob,m=now,n=a=3Db=2Cc@example\.test,r=[^,]+,x=later$/);
  const challenge = encode(`${/r=([^,]+)/.exec(first)![0]}server,s=AAAA,i=4096`);
  const final = scramFinal(user, password, challenge, ...otherwise).toString();
  assert.match(final, new RegExp(`^c=${encode('y,a=bob,')},r=other,x=later,p=`));
  const unproved = scramFinal(user, password, challenge, Buffer.from('c=AAAA'), Buffer.from('p='));
  assert.match(unproved.toString(), /^c=AAAA,r=mailspec[^,]+server,p=$/);
  assert.throws(() => scramFirst(user, Buffer.from('nonsense')), /neither a GS2 header/);
});
