/**
 * What is kept of a password: a SCRAM-SHA-256 verifier (RFC 5802 §3, RFC 7677), and the secret itself only for accounts that ask for
 * it, because APOP and CRAM-MD5 cannot work without it.
 */

import { createHash, createHmac } from 'node:crypto';

export interface Credentials {
  salt: Buffer;
  iterations: number;
  storedKey: Buffer;
  serverKey: Buffer;
  secret?: string;
}

interface Stored {
  salt: string;
  iterations: number;
  storedKey: string;
  serverKey: string;
  secret?: string;
}

/** The keys that follow from SaltedPassword. */
export function keysOf(saltedPassword: Buffer): { storedKey: Buffer; serverKey: Buffer } {
  const clientKey = hmac(saltedPassword, 'Client Key');
  return { storedKey: sha256(clientKey), serverKey: hmac(saltedPassword, 'Server Key') };
}

/** As the store keeps it. */
export function serialize({ salt, iterations, storedKey, serverKey, secret }: Credentials): string {
  const stored: Stored = {
    salt: salt.toString('base64'),
    iterations,
    storedKey: storedKey.toString('base64'),
    serverKey: serverKey.toString('base64'),
    ...(secret === undefined ? {} : { secret }),
  };
  return JSON.stringify(stored);
}

export function deserialize(text: string): Credentials {
  const { salt, iterations, storedKey, serverKey, secret }: Stored = JSON.parse(text);
  return {
    salt: Buffer.from(salt, 'base64'),
    iterations,
    storedKey: Buffer.from(storedKey, 'base64'),
    serverKey: Buffer.from(serverKey, 'base64'),
    ...(secret === undefined ? {} : { secret }),
  };
}

export function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

export function hmac(key: Buffer, data: Buffer | string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
