/** Mistakes with the handshake: the same in every protocol, for each has it from the library that it was built with. */

import { createSecureContext, TLSSocket, type TLSSocketOptions } from 'node:tls';
import { STRONG, secureContext } from '../../reference-server/tls/context';
import type { Protection } from '../../reference-server/tls/protection';
import { answeringHellos, inTurn } from './hellos';

/** Another way to shake hands: the methods that are replaced. */
type Otherwise = (right: Protection) => Partial<Pick<Protection, 'context' | 'protect'>>;

export interface HandshakeMistake {
  name: string;
  mistake: string;
  reference: string;
  seams: { parts: { tls: Otherwise } };
}

const mistake = (name: string, sentence: string, reference: string, tls: Otherwise): HandshakeMistake => ({
  name,
  mistake: sentence,
  reference,
  seams: { parts: { tls } },
});

/** With suites or versions that the right server does not have. */
const withContext =
  (options: Parameters<typeof createSecureContext>[0]): Otherwise =>
  ({ credentials }) => ({ context: createSecureContext({ ...credentials, ...options }) });

/** With other options of the connection, and without asking which server is meant. */
const withOptions =
  (options: TLSSocketOptions): Otherwise =>
  ({ context }) => ({
    protect: (plain, names) =>
      new TLSSocket(plain, { isServer: true, secureContext: context, ALPNProtocols: [...names], ...options }),
  });

const COMMON = 'common mistake';
/** Suites by the octets in which a hello names them. */
const suites = (...hex: string[]) =>
  answeringHellos({ version: 0x0303, suites: hex.map((one) => Number.parseInt(one, 16)) });

export const handshakes: readonly HandshakeMistake[] = [
  mistake(
    'tls-1.0-taken',
    'TLS 1.0 and 1.1 are spoken to whoever knows nothing newer.',
    'https://github.com/iredmail/iRedMail/issues/22',
    withContext({ minVersion: 'TLSv1', ciphers: `${STRONG.suites}:ECDHE+AES@SECLEVEL=0`, honorCipherOrder: true }),
  ),
  mistake(
    'tls-1.1-newest',
    'TLS 1.1 is the newest that is spoken.',
    'https://github.com/nextcloud/mail/issues/8654',
    withContext({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
  ),
  mistake(
    'tls-1.0-fails-late',
    'TLS 1.0 is not turned off and only fails for want of a suite: whoever knows nothing newer is told another reason.',
    COMMON,
    withContext({ minVersion: 'TLSv1', ciphers: 'ECDHE+AESGCM' }),
  ),
  mistake('ssl-2-taken', 'A hello of SSL 2 is answered.', 'CVE-2016-0800', answeringHellos('ssl2')),
  mistake(
    'ssl-3-taken',
    'SSL 3 is spoken.',
    'CVE-2014-3566',
    answeringHellos({ version: 0x0300, suites: [0x0035, 0x002f] }),
  ),
  mistake(
    'tls-1.2-refused',
    'TLS 1.3 alone is spoken.',
    'https://github.com/chatmail/relay/pull/454',
    ({ credentials }) => ({
      context: secureContext(credentials, { ...STRONG, oldest: 'TLSv1.3' }),
    }),
  ),
  mistake(
    'tls-1.3-refused',
    'TLS 1.2 is the newest that is spoken.',
    'https://github.com/QingJ01/Pebble/issues/27',
    withContext({ maxVersion: 'TLSv1.2', ciphers: STRONG.suites }),
  ),
  mistake(
    'record-version-refused',
    'A hello in a record of another version than 3.1 is refused.',
    COMMON,
    answeringHellos('odd records'),
  ),
  mistake(
    'null-suites',
    'Suites without encryption are negotiated.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/255',
    withContext({ ciphers: 'ECDHE+AESGCM:eNULL@SECLEVEL=0' }),
  ),
  mistake(
    'rc4-suites',
    'RC4 is negotiated.',
    'https://github.com/mail-in-a-box/mailinabox/issues/747',
    suites('0005', '0004'),
  ),
  mistake('export-suites', 'Suites for export are negotiated.', 'CVE-2015-0204', suites('0003', '0006', '0008')),
  mistake('triple-des-suites', 'Triple DES is negotiated.', 'CVE-2016-2183', suites('000a', '0016')),
  mistake(
    'rsa-suites',
    'Suites without forward secrecy are negotiated: RSA carries the keys.',
    'https://github.com/mailcow/mailcow-dockerized/issues/587',
    suites('009d', '009c', '0035', '002f'),
  ),
  mistake(
    'static-dh-suites',
    'Suites with a fixed key of Diffie-Hellman are negotiated.',
    COMMON,
    suites('00a1', '00a0'),
  ),
  mistake('static-ecdh-suites', 'Suites with a fixed key on a curve are negotiated.', COMMON, suites('c02e', 'c02d')),
  mistake('dhe-suites', 'Diffie-Hellman in a finite field is negotiated.', 'CVE-2015-4000', suites('009f', '009e')),
  mistake(
    'dhe-group-of-1024-bits',
    'Diffie-Hellman in a finite field is negotiated in a group of 1024 bits.',
    'https://github.com/postalserver/postal/issues/335',
    answeringHellos({ version: 0x0303, suites: [0x009f, 0x009e], group: 1024 }),
  ),
  mistake(
    'cbc-suites',
    'Suites in CBC mode are negotiated.',
    'CVE-2013-0169',
    withContext({ ciphers: `${STRONG.suites}:ECDHE+AES`, honorCipherOrder: true }),
  ),
  mistake(
    'cbc-only',
    'TLS 1.2 is spoken with suites in CBC mode alone.',
    'https://github.com/rustls/rustls/issues/2194',
    withContext({ ciphers: 'ECDHE+AES:!AESGCM:!AESCCM' }),
  ),
  mistake(
    'clients-order-of-suites',
    'Of the suites that both know the first of the client counts, however weak.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/676',
    withContext({ ciphers: 'ECDHE+AESGCM:ECDHE+AES', honorCipherOrder: false }),
  ),
  mistake(
    'words-in-clear-answered',
    'Who speaks in clear at a TLS port is answered in clear.',
    COMMON,
    answeringHellos('words in clear'),
  ),
  mistake(
    'alpn-ignored',
    'Whatever protocol a client means, it gets through the handshake.',
    'CVE-2021-3618',
    (right) => ({ protect: (plain) => right.protect(plain, []) }),
  ),
  mistake('any-server-name', 'Whatever server a client means, it gets through the handshake.', COMMON, withOptions({})),
  mistake(
    'server-name-harms',
    'A server name is taken for more than a name: behind one with a backslash, a way or a variable in it the next client is lost.',
    'CVE-2019-15846',
    ({ context }) => {
      let harmed = false;
      return {
        protect(plain, names) {
          if (harmed) plain.destroy();
          harmed = false;
          return new TLSSocket(plain, {
            isServer: true,
            secureContext: context,
            ALPNProtocols: [...names],
            SNICallback(name, done) {
              harmed = /[\\/$]/.test(name);
              done(null);
            },
          });
        },
      };
    },
  ),
  mistake(
    'certificates-asked',
    'Whoever comes is asked for a certificate, which lets nobody in.',
    'https://github.com/NixOS/nixpkgs/pull/89178',
    withOptions({ requestCert: true, rejectUnauthorized: false }),
  ),
  mistake(
    'sha-1-signatures',
    'Who takes nothing better gets a signature with SHA-1.',
    'CVE-2015-7575',
    withContext({ ciphers: `${STRONG.suites}:@SECLEVEL=0`, sigalgs: 'ECDSA+SHA256:RSA+SHA256:ECDSA+SHA1:RSA+SHA1' }),
  ),
  mistake(
    'compression',
    'What is said is compressed where the client would.',
    'CVE-2012-4929',
    answeringHellos('compression'),
  ),
  mistake(
    'x25519-missing',
    'The curves of NIST are the only ones.',
    COMMON,
    withContext({ ciphers: STRONG.suites, ecdhCurve: 'P-256:P-384' }),
  ),
  mistake(
    'p-256-missing',
    'X25519 is the only curve.',
    COMMON,
    withContext({ ciphers: STRONG.suites, ecdhCurve: 'X25519' }),
  ),
  mistake(
    'no-farewell',
    'The server closes without saying so under TLS (close_notify).',
    'https://github.com/pimalaya/himalaya/issues/529',
    (right) => ({
      protect(plain, names) {
        const secure = right.protect(plain, names);
        secure._final = (done) => plain.end(() => done());
        return secure;
      },
    }),
  ),
  mistake(
    'renegotiation',
    'In TLS 1.2 whoever asks for another handshake within the session gets it.',
    'CVE-2011-1473',
    withContext({ minVersion: 'TLSv1.2', ciphers: STRONG.suites, honorCipherOrder: true }),
  ),
  mistake(
    'handshakes-leak',
    'Something is left of each handshake, until nobody gets any more.',
    'https://github.com/Alinto/sope/pull/60',
    (right) => {
      let left = 400;
      return {
        protect(plain, names) {
          if (left-- <= 0) plain.destroy();
          return right.protect(plain, names);
        },
      };
    },
  ),
  mistake(
    'one-handshake-at-a-time',
    'A handshake waits until the one before it is done.',
    'https://github.com/cosullivan/SmtpServer/issues/175',
    inTurn,
  ),
  mistake(
    'alpn-unknown',
    'A client that names this very protocol is sent away.',
    'https://github.com/chatmail/core/pull/5894',
    (right) => ({
      protect: (plain) => right.protect(plain, ['http/1.1']),
    }),
  ),
];
