import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { Mismatch } from '../outcome';
import { DialogueError } from './errors';

/**
 * The client's half of SCRAM-SHA-256 (RFC 5802, RFC 7677), for `scram-first`, `scram-final` and `scram-verifier`. Each takes, behind what it
 * needs, what is said otherwise in this exchange, the same to all three: a GS2 header, extensions, other attributes of the last message.
 */

/** Ours is always the same: what makes an exchange unique here is the server's. */
const CLIENT_NONCE = 'mailspec-fyko-d2lbbFgONRv9qkxdawL';
/** A server that asks for more wants to keep us busy. */
const MOST_ITERATIONS = 1_000_000;

/** What is said otherwise, sorted. */
interface Otherwise {
  gs2: string;
  /** `m=…` of the first message. */
  mandatory: string;
  /** Of both messages. */
  extensions: string;
  /** In the place of the right ones: the proof covers them. The name as it stands, nothing escaped. */
  name?: string;
  binding?: string;
  nonce?: string;
  /** Not this: it is the proof. */
  proof?: string;
}

/** `n,,n=user,r=nonce` @param user as the account logs in. */
export function scramFirst(user: Buffer, ...otherwise: Buffer[]): Buffer {
  const said = sort(otherwise);
  return Buffer.from(said.gs2 + firstBare(user, said));
}

/** `c=biws,r=…,p=…` @param challenge the server's first message, in base64 as it came. @throws Mismatch `malformed-challenge` */
export function scramFinal(user: Buffer, password: Buffer, challenge: Buffer, ...otherwise: Buffer[]): Buffer {
  const said = sort(otherwise);
  const { key, withoutProof, signed } = prepare(user, password, challenge, said);
  const clientKey = hmac(key, 'Client Key');
  const signature = hmac(createHash('sha256').update(clientKey).digest(), signed);
  const proof = Buffer.from(clientKey.map((octet, n) => octet ^ signature[n]!)).toString('base64');
  return Buffer.from(`${withoutProof},p=${said.proof ?? proof}`);
}

/** `v=…`: what a server that knows the password must end with. @throws Mismatch `malformed-challenge` */
export function scramVerifier(user: Buffer, password: Buffer, challenge: Buffer, ...otherwise: Buffer[]): Buffer {
  const { key, signed } = prepare(user, password, challenge, sort(otherwise));
  return Buffer.from(`v=${hmac(hmac(key, 'Server Key'), signed).toString('base64')}`);
}

function sort(otherwise: Buffer[]): Otherwise {
  const said: Otherwise = { gs2: 'n,,', mandatory: '', extensions: '' };
  for (const text of otherwise.map(String)) {
    if (text.endsWith(',')) said.gs2 = text;
    else if (!/^[A-Za-z]=/.test(text))
      throw new DialogueError(`“${text}” is neither a GS2 header (it ends in a comma) nor an attribute of SCRAM`);
    else if (text.startsWith('m=')) said.mandatory = `${text},`;
    else if (text.startsWith('n=')) said.name = text.slice(2);
    else if (text.startsWith('c=')) said.binding = text.slice(2);
    else if (text.startsWith('r=')) said.nonce = text.slice(2);
    else if (text.startsWith('p=')) said.proof = text.slice(2);
    else said.extensions += `,${text}`;
  }
  return said;
}

function prepare(user: Buffer, password: Buffer, challenge: Buffer, said: Otherwise) {
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
  const binding = said.binding ?? Buffer.from(said.gs2).toString('base64');
  const withoutProof = `c=${binding},r=${said.nonce ?? nonce}${said.extensions}`;
  return { key, withoutProof, signed: `${firstBare(user, said)},${serverFirst},${withoutProof}` };
}

function firstBare(user: Buffer, { mandatory, extensions, name }: Otherwise): string {
  const escaped = user.toString().replace(/=/g, '=3D').replace(/,/g, '=2C');
  return `${mandatory}n=${name ?? escaped},r=${CLIENT_NONCE}${extensions}`;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
