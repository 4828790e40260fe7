import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Account } from '../store/types';
import type { Authenticator } from './authenticator';
import { keysOf } from './credentials';
import { scramSha256 } from './scram';

/** The example of RFC 7677 §3. */
const SALT = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
const CLIENT_FIRST = 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO';
const NONCE = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';
const SERVER_FIRST = `r=${NONCE},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`;
const CLIENT_FINAL = `c=biws,r=${NONCE},p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=`;
const SERVER_FINAL = 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=';

const USER = { id: 1, address: 'user' } as Account;

function start(accounts: Record<string, Account> = { user: USER }) {
  const salted = pbkdf2Sync('pencil', SALT, 4096, 32, 'sha256');
  const auth = {
    // The server's half of the nonce, as it stands in the example.
    random: () => ({ toString: () => '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0' }),
    find: (name: string) => accounts[name],
    credentials: () => ({ salt: SALT, iterations: 4096, ...keysOf(salted) }),
  };
  const exchange = scramSha256(auth as unknown as Authenticator).start();
  return (text: string) => {
    const step = exchange.step(Buffer.from(text));
    return step.kind === 'challenge' ? step.data.toString() : step;
  };
}

describe('SCRAM-SHA-256', () => {
  it('speaks the example of RFC 7677', () => {
    const say = start();
    assert.equal(say(CLIENT_FIRST), SERVER_FIRST);
    assert.equal(say(CLIENT_FINAL), SERVER_FINAL);
    assert.deepEqual(say(''), { kind: 'success', account: USER });
  });

  it('refuses a wrong proof, another nonce and another header', () => {
    const finals: Array<[text: string, reason: string]> = [
      [CLIENT_FINAL.replace('p=d', 'p=e'), 'credentials'],
      [CLIENT_FINAL.replace('hvY', 'hvX'), 'malformed'],
      [CLIENT_FINAL.replace('biws', 'eSws'), 'malformed'],
      [CLIENT_FINAL.replace(/,p=.*/, ''), 'malformed'],
    ];
    for (const [text, reason] of finals) {
      const say = start();
      say(CLIENT_FIRST);
      assert.deepEqual(say(text), { kind: 'failure', reason }, text);
    }
  });

  it('refuses channel binding, mandatory extensions and malformed names', () => {
    for (const text of [
      'p=tls-unique,,n=user,r=x',
      'n,,m=1,n=user,r=x',
      'n,,n=us=er,r=x',
      'n,,n=,r=x',
      'n,,n=user',
      '',
    ]) {
      assert.deepEqual(start()(text), { kind: 'failure', reason: 'malformed' }, text);
    }
  });

  it('lets nobody act for somebody else, and does not tell who exists', () => {
    const other = { id: 2, address: 'other' } as Account;
    for (const first of [CLIENT_FIRST.replace('n,,', 'n,a=other,'), CLIENT_FIRST.replace('n=user', 'n=nobody')]) {
      const say = start({ user: USER, other });
      assert.equal(say(first), SERVER_FIRST);
      const step = say(
        CLIENT_FINAL.replace('biws', Buffer.from(first.slice(0, first.indexOf('n=', 2))).toString('base64')),
      );
      assert.deepEqual((step as { kind: string }).kind, 'failure');
    }
  });

  it('unescapes commas and equals signs in names', () => {
    assert.match(start({ 'a,b=c': USER })('y,a=,n=a=2Cb=3Dc,r=x') as string, /^r=x%hvY/);
  });
});
