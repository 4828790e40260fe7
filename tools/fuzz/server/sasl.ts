import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { oauthBearer, xOauth2 } from '../../../reference-server/auth/bearer';
import { cramMd5 } from '../../../reference-server/auth/cram-md5';
import { login } from '../../../reference-server/auth/login';
import { type Channel, decodeBase64, type Exchange, type Knowing } from '../../../reference-server/auth/mechanism';
import { plain } from '../../../reference-server/auth/plain';
import { scramSha256, scramSha256Plus } from '../../../reference-server/auth/scram';
import type { Account } from '../../../reference-server/store/types';
import { mutated } from '../grammar/mutate';
import { exchange, WORDS } from '../grammar/sasl';
import { stateless } from '../subject';

const KEY = Buffer.alloc(32, 1);
const BOB = { id: 1, address: 'bob@example.test' } as Account;
/** Somebody who knows bob, and of bob's password nothing that could be said by chance. */
const KNOWING: Knowing = {
  random: randomBytes,
  find: (user) => (user === 'bob' ? BOB : undefined),
  password: (user, password) => (user === 'bob' && password === 'right' ? BOB : undefined),
  credentials: () => ({ salt: KEY, iterations: 4096, storedKey: KEY, serverKey: KEY }),
  secret: () => 'secret',
  token: (token) => (token === 'right' ? BOB : undefined),
  stamp: () => '<1.a@example.test>',
};
const CHANNEL: Channel = { secure: true, binding: (type) => (type === 'tls-exporter' ? KEY : undefined) };
const MECHANISMS = [plain, login, scramSha256, scramSha256Plus, cramMd5, oauthBearer, xOauth2].map((make) =>
  make(KNOWING),
);

export const sasl = stateless(
  'sasl',
  'exchanges of every SASL mechanism, to the end: nobody is let in but with what is right, and each exchange ends',
  mutated(exchange, WORDS),
  (octets) => {
    const responses = octets
      .toString('latin1')
      .split('\n')
      .map((response) => Buffer.from(response, 'latin1'));
    for (const mechanism of MECHANISMS) play(mechanism.start(CHANNEL), responses);
    decodeBase64(octets.toString('latin1'));
  },
);

function play(started: Exchange, responses: readonly Buffer[]): void {
  for (const response of responses) {
    const step = started.step(response);
    if (step.kind === 'challenge') continue;
    if (step.kind === 'success')
      assert.ok(
        responses.some((one) => one.includes('right')),
        'let in',
      );
    return;
  }
}
