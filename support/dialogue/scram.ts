import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { Mismatch } from '../outcome';

/** The client's half of SCRAM-SHA-256 (RFC 5802, RFC 7677), for `scram-first`, `scram-final` and `scram-verifier`. */

/** Ours is always the same: what makes an exchange unique here is the server's. */
const CLIENT_NONCE = 'mailspec-fyko-d2lbbFgONRv9qkxdawL';
/** A server that asks for more wants to keep us busy. */
const MOST_ITERATIONS = 1_000_000;

/** `n,,n=user,r=nonce` @param user as the account logs in. */
export function scramFirst(user: Buffer): Buffer {
  return Buffer.from(`n,,${firstBare(user)}`);
}

/** `c=biws,r=…,p=…` @param challenge the server's first message, in base64 as it came. @throws Mismatch `malformed-challenge` */
export function scramFinal(user: Buffer, password: Buffer, challenge: Buffer): Buffer {
  const { key, withoutProof, signed } = prepare(user, password, challenge);
  const clientKey = hmac(key, 'Client Key');
  const signature = hmac(createHash('sha256').update(clientKey).digest(), signed);
  const proof = Buffer.from(clientKey.map((octet, n) => octet ^ signature[n]!));
  return Buffer.from(`${withoutProof},p=${proof.toString('base64')}`);
}

/** `v=…`: what a server that knows the password must end with. @throws Mismatch `malformed-challenge` */
export function scramVerifier(user: Buffer, password: Buffer, challenge: Buffer): Buffer {
  const { key, signed } = prepare(user, password, challenge);
  return Buffer.from(`v=${hmac(hmac(key, 'Server Key'), signed).toString('base64')}`);
}

function prepare(user: Buffer, password: Buffer, challenge: Buffer) {
  const serverFirst = Buffer.from(challenge.toString('latin1'), 'base64').toString();
  const match = /^r=([^,]+),s=([A-Za-z0-9+/=]+),i=(\d{1,9})(,.*)?$/.exec(serverFirst);
  const refuse = (why: string) =>
    new Mismatch('malformed-challenge', `the challenge of SCRAM ${why}`, `came: ${serverFirst}`);
  if (match === null) throw refuse('is not r=…,s=…,i=…'); // RFC 5802 §7
  const [, nonce, salt, count] = match;
  if (!nonce!.startsWith(CLIENT_NONCE) || nonce === CLIENT_NONCE)
    throw refuse('does not add to the nonce of the client'); // RFC 5802 §5.1
  const iterations = Number(count);
  if (iterations < 1 || iterations > MOST_ITERATIONS) throw refuse(`asks for ${iterations} iterations`);
  const key = pbkdf2Sync(password, Buffer.from(salt!, 'base64'), iterations, 32, 'sha256');
  const withoutProof = `c=biws,r=${nonce}`;
  return { key, withoutProof, signed: `${firstBare(user)},${serverFirst},${withoutProof}` };
}

function firstBare(user: Buffer): string {
  const name = user.toString().replace(/=/g, '=3D').replace(/,/g, '=2C');
  return `n=${name},r=${CLIENT_NONCE}`;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
