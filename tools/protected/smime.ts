/** S/MIME (RFC 8551) with openssl: Ann signs, Bert reads. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { base64, lines, type Signing } from './entity';
import { KEYS } from './keys';

const AUTHORITY = join(KEYS, 'authority.pem');
const FOR_EVER = ['-days', '36500'];
const P256 = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** RFC 8551 §3.5.3. */
export const DETACHED: Signing = {
  protocol: 'application/pkcs7-signature',
  micalg: 'sha-256',
  signature: (part) =>
    lines(
      'Content-Type: application/pkcs7-signature; name="smime.p7s"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="smime.p7s"',
      '',
    ) + base64(sign(part)),
};

/** RFC 8551 §3.5.2: one object holds content and signature. */
export const opaque = (entity: string) => object('signed-data', sign(entity, '-nodetach'));

/** RFC 8551 §3.3, §3.4. */
export function enveloped(entity: string, cipher: 'aes-128-cbc' | 'aes-256-gcm'): string {
  const { file } = identity('bert');
  const type = cipher.endsWith('gcm') ? 'authEnveloped-data' : 'enveloped-data';
  return object(type, cms(entity, '-encrypt', `-${cipher}`, file));
}

function object(type: string, der: Buffer): string {
  return lines(
    `Content-Type: application/pkcs7-mime; smime-type=${type};`,
    ' name="smime.p7m"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="smime.p7m"',
    '',
    base64(der),
  );
}

function sign(content: string, ...options: string[]): Buffer {
  const { file } = identity('ann');
  return cms(content, '-sign', '-md', 'sha256', '-signer', file, ...options);
}

const cms = (content: string, action: string, ...options: string[]) =>
  openssl(['cms', action, '-binary', '-outform', 'DER', ...options], content);

/** A key with its certificate, in one file. */
function identity(name: 'ann' | 'bert'): { file: string } {
  const file = join(KEYS, `${name}.pem`);
  if (existsSync(file)) return { file };
  const authority = certificateAuthority();
  const subject = ['-subj', `/CN=${name}@example.test`, '-addext', `subjectAltName=email:${name}@example.test`];
  const usage = ['-addext', 'keyUsage=digitalSignature,keyAgreement', '-addext', 'extendedKeyUsage=emailProtection'];
  const basic = ['-addext', 'basicConstraints=CA:FALSE', '-CA', authority, '-CAkey', authority];
  openssl([
    'req',
    '-x509',
    ...P256,
    ...FOR_EVER,
    ...subject,
    ...usage,
    ...basic,
    '-keyout',
    file,
    '-out',
    `${file}.crt`,
  ]);
  execFileSync('sh', ['-c', `cat "${file}.crt" >>"${file}"; rm "${file}.crt"`]);
  return { file };
}

function certificateAuthority(): string {
  if (existsSync(AUTHORITY)) return AUTHORITY;
  const subject = ['-subj', '/CN=An authority for tests'];
  openssl(['req', '-x509', ...P256, ...FOR_EVER, ...subject, '-keyout', AUTHORITY, '-out', `${AUTHORITY}.crt`]);
  execFileSync('sh', ['-c', `cat "${AUTHORITY}.crt" >>"${AUTHORITY}"; rm "${AUTHORITY}.crt"`]);
  return AUTHORITY;
}

function openssl(args: string[], input = ''): Buffer {
  return execFileSync('openssl', args, { input: Buffer.from(input, 'latin1'), stdio: ['pipe', 'pipe', 'pipe'] });
}
