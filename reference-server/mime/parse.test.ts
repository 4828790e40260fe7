import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PARSE_LIMITS, parseMessage } from './parse';
import { partNumbered } from './section';

const message = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1');

/** The structure as `type/subtype(children)`, and the octets of each leaf. */
function shape(octets: Buffer) {
  const structure = parseMessage(octets);
  const draw = (place: number): string => {
    const part = structure.parts[place]!;
    const inside = part.children.map(draw).join(' ');
    return `${part.type}/${part.subtype}${inside && `(${inside})`}`;
  };
  const texts = structure.parts.filter((part) => part.children.length === 0);
  return {
    structure,
    drawn: draw(0),
    leaves: texts.map((part) => octets.toString('latin1', ...part.body)),
  };
}

const HEAD = ['From: a@x.test', 'Date: 1 Jan 2024 00:00:00 +0000', 'MIME-Version: 1.0'];

test('a message without MIME is one text part', () => {
  const octets = message('From: a@x.test', 'Date: 1 Jan 2024 00:00 +0000', 'Subject: hi', '', 'one', 'two', '');
  const { structure, leaves } = shape(octets);
  assert.deepEqual(leaves, ['one\r\ntwo\r\n']);
  assert.equal(structure.parts[0]!.lines, 2);
  assert.equal(structure.parts[0]!.envelope?.subject, 'hi');
  assert.deepEqual(structure.parts[0]!.envelope?.sender, structure.parts[0]!.envelope?.from);
});

test('the line end before a boundary belongs to it; preamble and epilogue are no parts', () => {
  const octets = message(
    ...HEAD,
    'Content-Type: multipart/mixed; boundary="a b"',
    '',
    'preamble',
    '--a b',
    '',
    'one',
    '--a b \t',
    'Content-Type: image/png',
    '',
    '--a b--',
    'epilogue',
    '--a b',
    'not a part',
  );
  const { drawn, leaves } = shape(octets);
  assert.equal(drawn, 'multipart/mixed(text/plain image/png)');
  assert.deepEqual(leaves, ['one', '']);
});

test('a boundary that begins with another one is told from it', () => {
  const octets = message(
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: multipart/alternative; boundary=xy',
    '',
    '--xy',
    '',
    'one',
    '--xy--',
    '--x',
    '',
    'two',
    '--x--',
    '',
  );
  const { drawn, leaves } = shape(octets);
  assert.equal(drawn, 'multipart/mixed(multipart/alternative(text/plain) text/plain)');
  assert.deepEqual(leaves, ['one', 'two']);
});

test('missing closing boundaries: the outer boundary and the end of the message end the inner parts', () => {
  const octets = message(
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=o',
    '',
    '--o',
    'Content-Type: multipart/mixed; boundary=i',
    '',
    '--i',
    '',
    'inner',
    '--o',
    '',
    'last',
  );
  const { drawn, leaves } = shape(octets);
  assert.equal(drawn, 'multipart/mixed(multipart/mixed(text/plain) text/plain)');
  assert.deepEqual(leaves, ['inner', 'last']);
});

test('parts of a digest are messages by default, and numbers go on into them', () => {
  const octets = message(
    ...HEAD,
    'Content-Type: multipart/digest; boundary=d',
    '',
    '--d',
    '',
    'From: b@x.test',
    'Date: 1 Jan 2024 00:00:00 +0000',
    'Subject: inside',
    '',
    'body',
    '--d',
    'Content-Type: text/html',
    '',
    '<p>',
    '--d--',
  );
  const { structure, drawn } = shape(octets);
  assert.equal(drawn, 'multipart/digest(message/rfc822(text/plain) text/html)');
  assert.equal(partNumbered(structure, [1])?.subtype, 'rfc822');
  assert.equal(octets.toString('latin1', ...partNumbered(structure, [1, 1])!.body), 'body');
  assert.equal(partNumbered(structure, [1, 1])?.envelope?.subject, 'inside');
  assert.equal(partNumbered(structure, [1, 2]), undefined);
  assert.equal(partNumbered(structure, [2, 1]), undefined);
  assert.equal(partNumbered(structure, [3]), undefined);
});

test('a multipart without parts gets an empty text part', () => {
  const { drawn } = shape(message(...HEAD, 'Content-Type: multipart/mixed', '', 'x'));
  assert.equal(drawn, 'multipart/mixed(text/plain)');
});

test('a part header may be cut off by a boundary', () => {
  const octets = message(
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    '--b--',
  );
  const { drawn, leaves } = shape(octets);
  assert.equal(drawn, 'multipart/mixed(text/html)');
  assert.deepEqual(leaves, ['']);
});

test('an unreadable Content-Type is text; of two the first counts; header lines without a colon are no fields', () => {
  assert.equal(shape(message(...HEAD, 'Content-Type: nonsense', '', 'x')).drawn, 'text/plain');
  assert.equal(shape(message(...HEAD, 'Content-Type: a/b', 'Content-Type: c/d', '', 'x')).drawn, 'a/b');
  assert.deepEqual(shape(message(...HEAD, 'no colon', '', 'x')).leaves, ['x']);
  const { structure } = shape(message(...HEAD, 'Content-Type: text/html charset=utf-8', '', 'x'));
  const { type, subtype, parameters } = structure.parts[0]!;
  assert.deepEqual([type, subtype, parameters], ['text', 'plain', [['charset', 'us-ascii']]]);
});

test('a header that runs into a boundary ends before its line end, an enclosed one too', () => {
  const { structure, drawn } = shape(
    message(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: enclosed',
      'From: a@x.test',
      '--b',
      'Content-Type: image/png',
      '--b--',
    ),
  );
  assert.equal(drawn, 'multipart/mixed(message/rfc822(text/plain) image/png)');
  const [, enclosing, enclosed, image] = structure.parts;
  assert.equal(enclosing!.octets, 'Subject: enclosed\r\nFrom: a@x.test'.length);
  assert.deepEqual(enclosed!.header, enclosing!.body);
  assert.equal(enclosed!.octets, 0);
  assert.equal(image!.header[1] - image!.header[0], 'Content-Type: image/png'.length);
});

test('an enclosed message that a boundary cuts off lies inside of what encloses it', () => {
  const octets = message(
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: message/global',
    '',
    '--b',
    '',
  );
  const { parts } = parseMessage(octets);
  for (const { parent, header, body } of parts.slice(1)) {
    assert.ok(header[0] >= parts[parent]!.body[0] && body[1] <= parts[parent]!.body[1]);
    assert.ok(header[0] <= header[1] && header[1] <= body[0] && body[0] <= body[1]);
  }
});

test('lines that end in LF only are read, and empty input too', () => {
  const octets = Buffer.from('From: a@x.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhi\n--b--\n');
  assert.deepEqual(shape(octets).leaves, ['hi']);
  assert.equal(shape(Buffer.alloc(0)).drawn, 'text/plain');
});

test('200 levels and 10,000 parts; what is deeper than the limit is octets', () => {
  const deep = [...HEAD];
  for (let i = 0; i < 200; i++) deep.push(`Content-Type: multipart/mixed; boundary=b${i}`, '', `--b${i}`);
  const nested = shape(message(...deep, '', 'core'));
  assert.equal(nested.structure.parts.length, 201);
  assert.deepEqual(nested.leaves, ['core']);

  const wide = [...HEAD, 'Content-Type: multipart/mixed; boundary=w', ''];
  for (let i = 0; i < 10_000; i++) wide.push('--w', '', `${i}`);
  const flat = shape(message(...wide, '--w--'));
  assert.equal(flat.leaves.length, 10_000);
  assert.equal(flat.leaves[9_999], '9999');

  const limited = parseMessage(message(...deep, '', 'core'), { ...PARSE_LIMITS, depth: 3, parts: 100 });
  assert.equal(limited.parts.at(-1)!.type, 'application');
});

test('the result survives JSON', () => {
  const structure = parseMessage(message(...HEAD, 'Subject: x', 'Content-Language: de', '', 'y'));
  assert.deepEqual(JSON.parse(JSON.stringify(structure)), structure);
});

test('a message whose header takes all there was has no lines', () => {
  const cut = [
    'Content-Type: multipart/digest; boundary=b',
    'x',
    '',
    '--b',
    'Content-ID: <a@b>',
    '',
    '=C3=A9=',
    'text',
    'text',
  ];
  for (const { lines } of parseMessage(message(...cut, 'text\n--b', '=\t', 'text\n--b--', '')).parts)
    assert.ok(lines >= 0);
});
