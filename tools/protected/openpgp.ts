/** OpenPGP/MIME (RFC 3156) with gpg: Ann signs, Bert reads. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lines, type Signing } from './entity';
import { KEYS } from './keys';

const QUIETLY = [
  '--batch',
  '--quiet',
  '--no-tty',
  '--pinentry-mode',
  'loopback',
  '--passphrase',
  '',
  '--trust-model',
  'always',
];
const NEVER = 'never';
/** Of the Date field: keys and signatures are older than any machine that verifies them. */
const THEN = ['--faked-system-time', '20190305T100000!'];

/** RFC 3156 §5. */
export const DETACHED: Signing = {
  protocol: 'application/pgp-signature',
  micalg: 'pgp-sha256',
  signature: (part) =>
    lines('Content-Type: application/pgp-signature; name="signature.asc"', '') +
    armored(part, '--local-user', 'ann', '--digest-algo', 'SHA256', '--detach-sign'),
};

/** RFC 3156 §4, and with a signature in the same object §6.2. */
export function sealed(entity: string, { sign = false } = {}): string {
  return armored(entity, ...(sign ? ['--local-user', 'ann', '--sign'] : []), '--recipient', 'bert', '--encrypt');
}

const armored = (content: string, ...action: string[]) =>
  gpg([...QUIETLY, '--armor', ...action], content)
    .replace(/\r?\n/g, '\r\n')
    .trimEnd();

let home: string | undefined;

/** A folder of its own for gpg, with the keys in it. */
function gpg(args: string[], input = ''): string {
  if (home === undefined) {
    home = mkdtempSync(join(tmpdir(), 'gpg-'));
    for (const name of ['ann', 'bert']) withKey(name, join(KEYS, `${name}.asc`));
  }
  return execFileSync('gpg', ['--homedir', home, ...THEN, ...args], {
    input: Buffer.from(input, 'latin1'),
    stdio: ['pipe', 'pipe', 'pipe'],
  }).toString('latin1');
}

function withKey(name: string, file: string): void {
  if (existsSync(file)) {
    gpg([...QUIETLY, '--import', file]);
    return;
  }
  gpg([...QUIETLY, '--quick-generate-key', `${name}@example.test`, 'ed25519', 'sign', NEVER]);
  const [, fingerprint] = /^fpr:+([0-9A-F]+):/m.exec(gpg(['--with-colons', '--list-keys', name])) ?? [];
  gpg([...QUIETLY, '--quick-add-key', fingerprint!, 'cv25519', 'encr', NEVER]);
  writeFileSync(file, gpg([...QUIETLY, '--armor', '--export-secret-keys', name]));
}
