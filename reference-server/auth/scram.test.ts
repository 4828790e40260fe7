import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Account } from '../store/types';
import type { Authenticator } from './authenticator';
import { hmac, keysOf, sha256 } from './credentials';
import type { Channel } from './mechanism';
import { scramSha256, scramSha256Plus } from './scram';

/** The example of RFC 7677 §3. */
const SALT = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
const CLIENT_FIRST = 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO';
const NONCE = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';
const SERVER_FIRST = `r=${NONCE},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`;
const CLIENT_FINAL = `c=biws,r=${NONCE},p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=`;
const SERVER_FINAL = 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=';

const USER = { id: 1, address: 'user' } as Account;

const CLEAR: Channel = { secure: false, binding: () => undefined };
const TLS_1_3: Channel = {
  secure: true,
  binding: (type) => (type === 'tls-exporter' ? Buffer.from('what both ends know') : undefined),
};

function start(accounts: Record<string, Account> = { user: USER }, channel = CLEAR, mechanism = scramSha256) {
  const salted = pbkdf2Sync('pencil', SALT, 4096, 32, 'sha256');
  const auth = {
    // The server's half of the nonce, as it stands in the example.
    random: () => ({ toString: () => '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0' }),
    find: (name: string) => accounts[name],
    credentials: () => ({ salt: SALT, iterations: 4096, ...keysOf(salted) }),
  };
  const exchange = mechanism(auth as unknown as Authenticator).start(channel);
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

/** The client's last message, with what binds it to the channel. */
function bound(gs2: string, binding: string): string {
  const header = Buffer.from(gs2 + binding).toString('base64');
  const withoutProof = `c=${header},r=${NONCE}`;
  const clientKey = hmac(pbkdf2Sync('pencil', SALT, 4096, 32, 'sha256'), 'Client Key');
  const signature = hmac(sha256(clientKey), `${CLIENT_FIRST.slice(3)},${SERVER_FIRST},${withoutProof}`);
  return `${withoutProof},p=${Buffer.from(clientKey.map((octet, n) => octet ^ signature[n]!)).toString('base64')}`;
}

describe('SCRAM-SHA-256-PLUS', () => {
  const GS2 = 'p=tls-exporter,,';
  const first = CLIENT_FIRST.replace('n,,', GS2);

  it('lets in who binds the proof to this connection', () => {
    const say = start(undefined, TLS_1_3, scramSha256Plus);
    assert.equal(say(first), SERVER_FIRST);
    assert.match(String(say(bound(GS2, 'what both ends know'))), /^v=/);
    assert.deepEqual(say(''), { kind: 'success', account: USER });
  });

  it('refuses a proof that is bound to another connection, or to none', () => {
    for (const binding of ['what others know', '']) {
      const say = start(undefined, TLS_1_3, scramSha256Plus);
      say(first);
      assert.deepEqual(say(bound(GS2, binding)), { kind: 'failure', reason: 'malformed' });
    }
  });

  it('refuses bindings that it has not, and a client that believes there are none', () => {
    const malformed = { kind: 'failure', reason: 'malformed' };
    assert.deepEqual(start(undefined, TLS_1_3, scramSha256Plus)(first.replace('exporter', 'unique')), malformed);
    assert.deepEqual(start(undefined, TLS_1_3, scramSha256Plus)(CLIENT_FIRST), malformed);
    assert.deepEqual(start(undefined, TLS_1_3)(first), malformed);
    assert.deepEqual(start(undefined, TLS_1_3)(CLIENT_FIRST.replace('n,', 'y,')), malformed);
    assert.equal(start()(CLIENT_FIRST.replace('n,', 'y,')), SERVER_FIRST);
  });

  it('passes over extensions, but not those that it must understand', () => {
    assert.equal(typeof start()(`${CLIENT_FIRST},x=later`), 'string');
    for (const text of [`${CLIENT_FIRST},m=now`, CLIENT_FIRST.replace('n=user', 'm=now,n=user'), `${CLIENT_FIRST},x`])
      assert.deepEqual(start()(text), { kind: 'failure', reason: 'malformed' }, text);
  });
});
