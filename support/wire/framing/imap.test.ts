import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameError } from './frame';
import { ImapResponseFrame } from './imap';
import type { ImapResponse, ImapValue } from './imap-value';

/** Values in short: strings as text, lists as arrays, sections as `NAME[…]`. */
function short(values: ImapValue[]): unknown[] {
  return values.map((value) => {
    if (value.kind === 'list') return short(value.items);
    const text = value.bytes.toString('latin1');
    return value.section === undefined ? text : [`${text}[]${value.origin ?? ''}`, short(value.section)];
  });
}

function read(text: string, limits = { line: 100, reply: 200 }): ImapResponse | undefined {
  const bytes = Buffer.from(text, 'latin1');
  const whole = new ImapResponseFrame(limits).take(Buffer.concat([bytes, Buffer.from('* 1 EXISTS\r\n')]));
  const frame = new ImapResponseFrame(limits);
  let split: ReturnType<typeof frame.take>;
  for (let n = 0; n <= bytes.length && split === undefined; n++) {
    split = frame.take(bytes.subarray(0, n));
    if (split !== undefined) assert.equal(n, bytes.length, 'whole before its end');
  }
  assert.deepEqual(whole?.value, split?.value);
  assert.equal(whole?.octets, bytes.length);
  return split?.value;
}

const data = (text: string) => {
  const response = read(text);
  assert.equal(response?.kind, 'data');
  return short(response.kind === 'data' ? response.values : []);
};

test('atoms, flags, numbers, lists and NIL', () => {
  assert.deepEqual(data('* 1 FETCH (FLAGS (\\Seen $X \\*) UID 7 X NIL)\r\n'), [
    '1',
    'FETCH',
    ['FLAGS', ['\\Seen', '$X', '\\*'], 'UID', '7', 'X', 'NIL'],
  ]);
});

test('quoted strings lose quotes and escapes', () => {
  assert.deepEqual(data('* LIST () "/" "a \\"b\\" \\\\ ){5}"\r\n'), ['LIST', [], '/', 'a "b" \\ ){5}']);
});

test('literals hold any octets, also what looks like protocol, and several may come', () => {
  assert.deepEqual(data('* 1 FETCH (BODY[] {11}\r\n)\r\n* 2 {3}\r X {0}\r\n BINARY[1] ~{2}\r\n\0\xff)\r\n'), [
    '1',
    'FETCH',
    [['BODY[]', []], ')\r\n* 2 {3}\r', 'X', '', ['BINARY[]', ['1']], '\0\xff'],
  ]);
});

test('a section is part of its name, with field names as values', () => {
  assert.deepEqual(data('* 1 FETCH (BODY[1.HEADER.FIELDS ("From" {1}\r\nX)]<10> "a")\r\n'), [
    '1',
    'FETCH',
    [['BODY[]<10>', ['1.HEADER.FIELDS', ['From', 'X']]], 'a'],
  ]);
});

test('brackets elsewhere are characters', () => {
  assert.deepEqual(data('* LIST () "/" [Gmail]/x\r\n'), ['LIST', [], '/', '[Gmail]/x']);
});

test('a status has tag, result, code and text; braces in its text announce nothing', () => {
  const response = read('a1 no [UIDNEXT 7] text {5}\r\n');
  assert.ok(response?.kind === 'status');
  assert.deepEqual(
    [response.tag, response.status, short(response.code ?? []), String(response.text)],
    ['a1', 'NO', ['UIDNEXT', '7'], 'text {5}'],
  );
});

test('a response code may hold any text up to its bracket', () => {
  const response = read('* NO [REFERRAL imap://h/x(y"] no\r\n');
  assert.ok(response?.kind === 'status');
  assert.deepEqual(short(response.code ?? []), ['REFERRAL', 'imap://h/x(y"']);
  assert.equal(String(response.text), 'no');
});

test('a continuation may be empty', () => {
  for (const [text, rest] of [
    ['+\r\n', ''],
    ['+ \r\n', ''],
    ['+ go {3}\r\n', 'go {3}'],
  ] as const) {
    const response = read(text);
    assert.ok(response?.kind === 'continuation');
    assert.equal(String(response.text), rest);
  }
});

test('what is nested beyond reason is refused before it is too much for the reader', () => {
  const nested = (piece: string) => new ImapResponseFrame().take(Buffer.from(`* ${piece.repeat(20_000)}\r\n`));
  for (const piece of ['(', '( ', 'BODY[', '(BODY['])
    assert.throws(() => nested(piece), { code: 'reply-too-deep' }, piece);
  const deep = `* ${'('.repeat(900)}${')'.repeat(900)}\r\n`;
  assert.equal(new ImapResponseFrame().take(Buffer.from(deep))?.octets, deep.length);
});

for (const [text, code] of [
  ['* 1 EXISTS\n', 'malformed-reply'],
  ['* 1 FETCH (A B\r\n', 'malformed-reply'],
  ['* 1 FETCH A)\r\n', 'malformed-reply'],
  ['* LIST () "/ a\r\n', 'malformed-reply'],
  ['* LIST () "\\a" b\r\n', 'malformed-reply'],
  ['* OK [ALERT text\r\n', 'malformed-reply'],
  ['* \r\n', 'malformed-reply'],
  ['a1 FOO\r\n', 'malformed-reply'],
  ['a1 BYE x\r\n', 'malformed-reply'],
  ['250 hi\r\n', 'malformed-reply'],
  ['*OK\r\n', 'malformed-reply'],
  ['+OK ready\r\n', 'malformed-reply'],
  [`* ${'a'.repeat(120)}`, 'line-too-long'],
  ['* 1 FETCH (BODY[] {500}\r\n', 'reply-too-long'],
] as const) {
  test(`${JSON.stringify(text.slice(0, 40))} is ${code}`, () => {
    const frame = new ImapResponseFrame({ line: 100, reply: 200 });
    assert.throws(
      () => frame.take(Buffer.from(text)),
      (error) => error instanceof FrameError && error.code === code,
    );
  });
}

test('a literal that is not whole yet is waited for', () => {
  assert.equal(new ImapResponseFrame().take(Buffer.from('* 1 FETCH (BODY[] {10}\r\nabc')), undefined);
});

test('a literal that is shorter than announced is told with both lengths', () => {
  const frame = new ImapResponseFrame();
  const bytes = Buffer.from('* 1 FETCH (BODY[] {20}\r\nshort)\r\na1 OK\r\n');
  assert.equal(frame.take(bytes), undefined);
  assert.equal(frame.lacks(bytes), 'of the 20 octets of a literal 15 came');
  assert.equal(new ImapResponseFrame().lacks(Buffer.from('* 1')), undefined);
});

test('an atom of brackets is read as quickly as any other, however many they are', () => {
  const frame = new ImapResponseFrame({ line: 2_000_000, reply: 2_000_000 });
  assert.ok(frame.take(Buffer.from(`* 1 FETCH ${'['.repeat(1_000_000)}\r\n`)));
});
