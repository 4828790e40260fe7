/**
 * Made the messages of features/messages/protected, once, with openssl and gpg of Debian; they are kept, as are the keys. To make one more,
 * add it to the list and run `node -r ts-node/register tools/protected/make.ts NAME`: the others stay as they are.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../support/package-root';
import { CONTENTS } from './contents';
import { encrypted, lines, signed } from './entity';
import * as openpgp from './openpgp';
import * as smime from './smime';

const PREAMBLE = 'This message is signed: a reader that knows nothing of that sees this line.';
const EPILOGUE = 'What stands behind the end is signed by nobody.';

/** The header of a message whose body is signed or encrypted, from MIME-Version on, by the message's name. */
const MESSAGES: Readonly<Record<string, () => string>> = {
  'smime-signed': () => signed(smime.DETACHED, CONTENTS.fragile),
  'smime-eight-bit': () => signed(smime.DETACHED, CONTENTS.eightBit),
  'smime-parts': () => signed(smime.DETACHED, CONTENTS.parts, { preamble: PREAMBLE, epilogue: EPILOGUE }),
  'smime-nested': () =>
    signed(smime.DETACHED, forwarded(signed(smime.DETACHED, CONTENTS.plain, { boundary: 'inner' }))),
  'smime-opaque': () => smime.opaque(CONTENTS.fragile),
  'smime-encrypted': () => smime.enveloped(CONTENTS.fragile, 'aes-128-cbc'),
  'smime-authenticated': () => smime.enveloped(CONTENTS.eightBit, 'aes-256-gcm'),
  'smime-signed-encrypted': () => smime.enveloped(signed(smime.DETACHED, CONTENTS.fragile), 'aes-128-cbc'),
  'pgp-signed': () => signed(openpgp.DETACHED, CONTENTS.fragile),
  'pgp-eight-bit': () => signed(openpgp.DETACHED, CONTENTS.eightBit),
  'pgp-unended': () => signed(openpgp.DETACHED, CONTENTS.unended),
  'pgp-parts': () => signed(openpgp.DETACHED, CONTENTS.parts, { preamble: PREAMBLE, epilogue: EPILOGUE }),
  'pgp-nested': () =>
    signed(openpgp.DETACHED, forwarded(signed(openpgp.DETACHED, CONTENTS.plain, { boundary: 'inner' }))),
  'pgp-header': () => signed(openpgp.DETACHED, CONTENTS.repeated),
  'pgp-on-a-list': () => onList(signed(openpgp.DETACHED, CONTENTS.fragile, { boundary: 'inner' })),
  'pgp-encrypted': () => encrypted(openpgp.sealed(CONTENTS.eightBit)),
  'pgp-signed-encrypted': () => encrypted(openpgp.sealed(signed(openpgp.DETACHED, CONTENTS.fragile))),
  'pgp-combined': () => encrypted(openpgp.sealed(CONTENTS.fragile, { sign: true })),
};

/** Somebody else's signed message, passed on whole. */
const forwarded = (entity: string) =>
  lines(
    'Content-Type: multipart/mixed; boundary=passed-on',
    '',
    '--passed-on',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'See what came.',
    '--passed-on',
    'Content-Type: message/rfc822',
    '',
    'From: Carl Caller <carl@elsewhere.test>',
    'Subject: what came',
    'MIME-Version: 1.0',
  ) + lines(`${entity}--passed-on--`);

/** As a list hands it on that adds its footer beside the signed part, and not in it. */
const onList = (entity: string) =>
  lines('Content-Type: multipart/mixed; boundary=list', '', '--list') +
  lines(`${entity}--list`, 'Content-Type: text/plain; charset=us-ascii', '', 'A list of elsewhere.test', '--list--');

for (const name of process.argv.slice(2)) {
  const make = MESSAGES[name];
  if (!make) throw new Error(`There is no message ${name}; there are ${Object.keys(MESSAGES).join(', ')}.`);
  const header = lines(
    'From: Ann Author <ann@elsewhere.test>',
    'To: Bert Reader <bert@example.test>',
    `Subject: ${name}`,
    'Date: Tue, 5 Mar 2019 10:00:00 +0000',
    `Message-ID: <${name}@elsewhere.test>`,
    'MIME-Version: 1.0',
  );
  const file = join(packageRoot(), 'features/messages/protected', `${name}.eml`);
  writeFileSync(file, (header + make()).replaceAll('\r\n', '\n'), 'latin1');
}
