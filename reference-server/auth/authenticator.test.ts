import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { StoreError } from '../store/error';
import { openStore } from '../store/store';
import type { Store } from '../store/types';
import { Authenticator } from './authenticator';
import { decodeBase64 } from './mechanism';

function fresh() {
  const store = openStore({ now: Date.now });
  const auth = new Authenticator({
    store,
    random: randomBytes,
    hostname: 'mail.example.test',
    domain: 'example.test',
    now: Date.now,
  });
  const add = (address: string, password: string, keepSecret = false) =>
    auth.add({ address, password, keepSecret }, Number.POSITIVE_INFINITY);
  return { store, auth, add };
}

/** Logs in by this mechanism with these responses; what the last step says. */
function attempt(auth: Authenticator, name: string, ...responses: Array<string | undefined>) {
  const exchange = auth
    .mechanisms()
    .find((mechanism) => mechanism.name === name)!
    .start({ secure: true, binding: () => undefined });
  const steps = responses.map((text) => exchange.step(text === undefined ? undefined : Buffer.from(text)));
  return steps.at(-1)!;
}

describe('passwords', () => {
  it('are right or wrong, whoever has them', () => {
    const { auth, add } = fresh();
    const alice = add('alice@example.test', 'secret');
    add('bob@example.test', 'secret');
    assert.equal(auth.password('alice@example.test', 'secret')?.id, alice.id);
    assert.equal(auth.password('ALICE@Example.Test', 'secret')?.id, alice.id);
    assert.equal(auth.password('alice', 'secret')?.id, alice.id);
    for (const [user, password] of [
      ['alice', 'Secret'],
      ['alice', ''],
      ['nobody', 'secret'],
      ['', ''],
    ]) {
      assert.equal(auth.password(user!, password!), undefined, `${user}/${password}`);
    }
  });

  it('are compared after SASLprep', () => {
    const { auth, add } = fresh();
    add('alice@example.test', 'I\u00adX\u00aa');
    assert.ok(auth.password('alice', 'IXa'));
    assert.throws(() => add('bob@example.test', 'a\u0007b'), /SASLprep/);
  });

  it('are kept as verifiers only, unless asked otherwise', () => {
    const { auth, add } = fresh();
    assert.doesNotMatch(add('alice@example.test', 'secret').credentials, /"secret"/);
    assert.equal(auth.keepsSecrets, false);
    assert.match(add('bob@example.test', 'secret', true).credentials, /"secret":"secret"/);
    assert.equal(auth.keepsSecrets, true);
  });
});

describe('accounts that a file has already', () => {
  const named = (password: string, keepSecret = false) => [{ address: 'alice@example.test', password, keepSecret }];
  const kept = (store: Store) => store.accounts.find('alice@example.test')!.credentials;

  it('keep what was made of their password', () => {
    const { store, auth, add } = fresh();
    const { credentials } = add('alice@example.test', 'secret');
    auth.ensure(named('secret'), 1000);
    assert.equal(store.accounts.find('alice@example.test')!.quota, 1000);
    assert.ok(auth.password('alice', 'secret'));
    assert.equal(kept(store), credentials);
    auth.ensure(named('secret', true), 1000);
    assert.equal(auth.secret(auth.find('alice')), 'secret');
  });

  it('get the password that is named, whichever way somebody logs in', () => {
    const { store, auth, add } = fresh();
    const { credentials } = add('alice@example.test', 'secret');
    auth.ensure(named('other'), Number.POSITIVE_INFINITY);
    assert.equal(kept(store), credentials);
    assert.equal(auth.password('alice', 'secret'), undefined);
    assert.ok(auth.password('alice', 'other'));
    assert.notEqual(kept(store), credentials);
    assert.throws(() => auth.ensure(named('a\u0007b'), 1000), /SASLprep/);
  });

  it('get it for this server where it cannot be written', () => {
    const { store, auth, add } = fresh();
    add('alice@example.test', 'secret');
    store.accounts.setCredentials = () => {
      throw new StoreError('full', 'database or disk is full');
    };
    auth.ensure(named('other'), Number.POSITIVE_INFINITY);
    for (let i = 0; i < 2; i++) {
      assert.equal(auth.password('alice', 'secret'), undefined);
      assert.ok(auth.password('alice', 'other'));
    }
  });
});

describe('mechanisms', () => {
  it('PLAIN takes three parts and acts for nobody else', () => {
    const { auth, add } = fresh();
    add('alice@example.test', 'secret');
    add('bob@example.test', 'other');
    assert.equal(attempt(auth, 'PLAIN', '\0alice\0secret').kind, 'success');
    assert.equal(attempt(auth, 'PLAIN', undefined, 'alice\0alice\0secret').kind, 'success');
    assert.equal(attempt(auth, 'PLAIN', 'bob\0alice\0secret').kind, 'failure');
    for (const text of ['', 'alice\0secret', '\0\0secret', '\0alice\0', 'a\0b\0c\0d']) {
      assert.deepEqual(attempt(auth, 'PLAIN', text), { kind: 'failure', reason: 'malformed' }, JSON.stringify(text));
    }
  });

  it('LOGIN asks for name and password', () => {
    const { auth, add } = fresh();
    add('alice@example.test', 'secret');
    assert.deepEqual(attempt(auth, 'LOGIN', undefined), { kind: 'challenge', data: Buffer.from('Username:') });
    assert.equal(attempt(auth, 'LOGIN', undefined, 'alice', 'secret').kind, 'success');
    assert.equal(attempt(auth, 'LOGIN', 'alice', 'wrong').kind, 'failure');
  });

  it('APOP works for accounts that keep the secret', () => {
    const { auth, add } = fresh();
    add('alice@example.test', 'tanstaaf', true);
    add('bob@example.test', 'tanstaaf');
    const stamp = '<1896.697170952@dbc.mtview.ca.us>';
    const digest = createHash('md5').update(`${stamp}tanstaaf`).digest('hex');
    assert.ok(auth.apop('alice', stamp, digest));
    assert.equal(auth.apop('bob', stamp, digest), undefined);
    assert.equal(auth.apop('alice', stamp, digest.toUpperCase()), undefined);
  });
});

describe('base64', () => {
  it('is canonical or nothing', () => {
    assert.deepEqual(decodeBase64('AGE='), Buffer.from('\0a'));
    assert.deepEqual(decodeBase64('='), Buffer.alloc(0));
    assert.deepEqual(decodeBase64(''), Buffer.alloc(0));
    for (const text of ['AGE', 'AGE==', 'AG E=', 'AGF=', '*', 'A===', 'AGE=\r']) {
      assert.equal(decodeBase64(text), undefined, text);
    }
  });
});

describe('tokens', () => {
  const TOKENS = [{ value: 'vF9dft4qmTc2' }, { value: 'expired', expires: 1 }];

  function withTokens() {
    const { auth, add } = fresh();
    const bob = add('bob@example.test', 'secret');
    const alice = auth.add(
      { address: 'alice@example.test', password: 'secret', tokens: TOKENS },
      Number.POSITIVE_INFINITY,
    );
    return { auth, alice, bob };
  }

  it('make the mechanisms for them appear', () => {
    const names = (auth: Authenticator) => auth.mechanisms().map(({ name }) => name);
    assert.ok(!names(fresh().auth).includes('OAUTHBEARER'));
    assert.ok(names(withTokens().auth).includes('OAUTHBEARER'));
  });

  it('let their own account in, with its name or without', () => {
    const { auth, alice } = withTokens();
    for (const header of ['n,,', 'n,a=alice@example.test,', 'n,a=alice,']) {
      const said = `${header}\x01host=mail.example.test\x01port=587\x01auth=Bearer vF9dft4qmTc2\x01\x01`;
      assert.deepEqual(attempt(auth, 'OAUTHBEARER', said), { kind: 'success', account: alice });
    }
    const said = 'user=alice@example.test\x01auth=Bearer vF9dft4qmTc2\x01\x01';
    assert.deepEqual(attempt(auth, 'XOAUTH2', said), { kind: 'success', account: alice });
  });

  it('that are unknown, expired or of somebody else are refused in two steps', () => {
    const { auth } = withTokens();
    for (const [user, token] of [
      ['alice', 'unknown'],
      ['alice', 'expired'],
      ['bob', 'vF9dft4qmTc2'],
      ['nobody', 'vF9dft4qmTc2'],
    ]) {
      const said = `n,a=${user},\x01auth=Bearer ${token}\x01\x01`;
      const first = attempt(auth, 'OAUTHBEARER', said);
      assert.equal(first.kind, 'challenge');
      assert.equal(JSON.parse(String(first.kind === 'challenge' && first.data)).status, 'invalid_token');
      const last = attempt(auth, 'OAUTHBEARER', said, '\x01');
      assert.equal(last.kind === 'failure' && last.reason, 'credentials', `${user}/${token}`);
    }
  });

  it('are not looked for in what is malformed', () => {
    const { auth } = withTokens();
    for (const said of [
      '\x01',
      '',
      'n,,\x01auth=Bearer vF9dft4qmTc2\x01',
      'p=tls-exporter,,\x01auth=Bearer vF9dft4qmTc2\x01\x01',
    ])
      assert.deepEqual(attempt(auth, 'OAUTHBEARER', said), { kind: 'failure', reason: 'malformed' }, said);
  });
});
