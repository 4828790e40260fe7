import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simpleParser } from 'mailparser';
import { isEightBit } from '../delivery/eight-bit';
import { attempt, kinds, parcelFor } from '../testing/relaying';
import { kindBut } from '../testing/scripted-host';
import { converted } from './convert';
import { isBinary } from './parcel';

const octets = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'utf8');
const toAscii = (content: Buffer) => converted(content, isEightBit)?.toString('latin1');

const TEXT = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', 'grün', ''];
const IMAGE = ['Content-Type: image/png', 'Content-Transfer-Encoding: binary', '', '\u0080\u0081'];

const MULTIPART = octets(
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  'content-transfer-encoding: 8BIT',
  '',
  '--b',
  ...TEXT,
  '--b',
  ...IMAGE,
  '--b',
  'Content-Type: message/rfc822',
  '',
  'Subject: inside',
  'MIME-Version: 1.0',
  ...TEXT,
  '--b',
  '',
  'plain = plain',
  '--b--',
  '',
);

describe('a message for a server that takes ASCII alone', () => {
  it('has its text in quoted-printable', () => {
    assert.equal(
      toAscii(octets('MIME-Version: 1.0', 'Subject: x', ...TEXT)),
      'MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\ngr=C3=BCn\r\n',
    );
  });

  it('has each part that needs it encoded, and nothing else touched', async () => {
    const made = toAscii(MULTIPART)!;
    assert.match(
      made,
      /^MIME-Version: 1\.0\r\nContent-Type: multipart\/mixed; boundary=b\r\nContent-Transfer-Encoding: 7bit\r\n\r\n--b/,
    );
    assert.match(made, /\r\n\r\nplain = plain\r\n--b--\r\n$/);
    assert.match(
      made,
      /Subject: inside\r\nMIME-Version: 1\.0\r\nContent-Type: text\/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\ngr=C3=BCn\r\n\r\n--b/,
    );
    const [before, after] = [await simpleParser(MULTIPART), await simpleParser(Buffer.from(made, 'latin1'))];
    assert.equal(after.text, before.text);
    assert.deepEqual(
      after.attachments.map(({ contentType, content }) => [contentType, contentType === 'image/png' && content]),
      before.attachments.map(({ contentType, content }) => [contentType, contentType === 'image/png' && content]),
    );
  });

  it('becomes MIME where it was none', () => {
    assert.equal(
      toAscii(octets('Subject: x', '', 'grün', '')),
      'Subject: x\r\nContent-Transfer-Encoding: quoted-printable\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=unknown-8bit\r\n\r\ngr=C3=BCn\r\n',
    );
  });

  it('is not to be made of what is signed, encrypted, or beyond ASCII in a header', () => {
    for (const kind of ['signed', 'encrypted'])
      assert.equal(
        toAscii(octets(`Content-Type: multipart/${kind}; boundary=b`, '', '--b', ...TEXT, '--b--', '')),
        undefined,
      );
    assert.equal(toAscii(octets('Subject: grün', ...TEXT)), undefined);
    assert.equal(
      toAscii(octets('Content-Type: multipart/mixed; boundary=b', '', 'grün', '--b', ...TEXT, '--b--')),
      undefined,
    );
  });
});

describe('a message for a server that takes no binary one', () => {
  it('has base64 where it is binary alone', () => {
    const made = converted(MULTIPART, (part) => part.includes(0x80) && part.includes(0x81))!;
    assert.match(made.toString('utf8'), /8bit\r\n\r\ngrün\r\n/);
    assert.match(made.toString('utf8'), /base64\r\n\r\nwoDCgQ==\r\n--b/);
    assert.equal(
      converted(octets('Content-Type: application/x', '', 'a\rb\0'), isBinary)!
        .toString()
        .slice(-8),
      'YQ1iAA==',
    );
  });
});

describe('a server that takes ASCII alone', () => {
  it('gets what was converted, without a word about its octets', async () => {
    const parcel = parcelFor(`Subject: x\r\n\r\ngrün\r\n`, 'bob@other.test');
    parcel.envelope.utf8 = false;
    parcel.envelope.body = '8BITMIME';
    const result = await attempt([kindBut({ EHLO: '250 mx' })], parcel);
    assert.deepEqual(kinds(result), ['delivered 2.0.0']);
    assert.equal(result.lines[0]![2], 'MAIL FROM:<alice@example.test>');
    assert.ok(result.lines[0]!.includes('gr=C3=BCn'));
  });
});
