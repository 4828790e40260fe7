import assert from 'node:assert/strict';
import { test } from 'node:test';
import { witnessed } from '../../testing/witnessed';
import { LMTP_RULES, SHARED_RULES, SMTP_RULES, type SmtpRule } from './smtp-rules';

const GREETED = ['S: 220 mail.example.test hi'];
const OPEN = [
  ...GREETED,
  'C: EHLO a.test',
  'S: 250-mail.example.test',
  'S: 250-STARTTLS',
  'S: 250 ENHANCEDSTATUSCODES',
];
const PLAIN = [...GREETED, 'C: HELO a.test', 'S: 250 mail.example.test'];
const MAIL = ['C: MAIL FROM:<a@a.test>', 'S: 250 ok'];
const RCPT = ['C: RCPT TO:<b@b.test>', 'S: 250 ok'];
const AUTH = ['C: AUTH PLAIN AGEAYg==', 'S: 235 in'];
const LHLO = [...GREETED, 'C: LHLO a.test', 'S: 250 mail.example.test'];

const ehlo = (...lines: string[]) => [...GREETED, 'C: EHLO a.test', 'S: 250-mail.example.test', ...lines];

/** By rule, what breaks it and nothing else. */
const BROKEN: Record<SmtpRule, string[]> = {
  code: ['S: 120 mail.example.test'],
  'line-end': ['S~ 220 mail.example.test hi\n'],
  separator: [...PLAIN, 'C: NOOP', 'S: 250_ok'],
  'same-code': ['S: 220-mail.example.test', 'S: 250 hi'],
  'line-length': [...PLAIN, 'C: NOOP', `S: 250 ${'x'.repeat(507)}`],
  text: [...PLAIN, 'C: NOOP', 'S: 250 \xf6k'],
  'text-follows': [...PLAIN, 'C: NOOP', 'S: 250'],
  challenge: [...PLAIN, 'C: AUTH PLAIN', 'S: 334 go on'],
  'greeting-names-server': ['S: 220 ready_when you are'],
  'hello-names-server': [...GREETED, 'C: HELO a.test', 'S: 250 hello, you'],
  keyword: ehlo('S: 250 SIZE  1'),
  'keyword-registered': ehlo('S: 250 TOY'),
  'keyword-parameters': ehlo('S: 250 SIZE large'),
  'utf8-with-8bit': ehlo('S: 250 SMTPUTF8'),
  'no-second-tls': [...OPEN, 'C: STARTTLS', 'S: 220 2.0.0 go', ...OPEN.slice(1)],
  'status-code': [...OPEN, 'C: NOOP', 'S: 250 ok'],
  'status-code-form': [...OPEN, 'C: NOOP', 'S: 250 2.00.0 ok'],
  'status-code-class': [...OPEN, 'C: NOOP', 'S: 250 5.0.0 ok'],
  'status-code-registered': [...OPEN, 'C: NOOP', 'S: 250 2.9.42 ok'],
  'status-code-on-each-line': [...OPEN, 'C: NOOP', 'S: 250-2.0.0 well', 'S: 250 ok'],
  asked: [...GREETED, 'S: 250 ok'],
  'quit-is-last': [...GREETED, 'C: QUIT', 'S: 221 bye', 'S: 221 bye'],
  'challenge-in-auth': [...PLAIN, 'C: NOOP', 'S: 334 '],
  'intermediate-after-data': [...PLAIN, 'C: NOOP', 'S: 354 go'],
  'success-code': [...PLAIN, 'C: NOOP', 'S: 200 ok'],
  sequence: [...PLAIN, ...MAIL, ...MAIL],
  'auth-once': [...PLAIN, ...AUTH, ...AUTH],
  'auth-outside-transaction': [...PLAIN, ...MAIL, ...AUTH],
  'no-hello': [...GREETED, 'C: EHLO a.test', 'S: 250 mail.example.test'],
  'data-needs-recipient': [...LHLO, ...MAIL, 'C: DATA', 'S: 354 go'],
  'reply-for-each-recipient': [
    ...LHLO,
    ...MAIL,
    ...RCPT,
    'C: DATA',
    'S: 354 go',
    'C: a',
    'C: .',
    'S: 250 ok',
    'S: 250 ok',
  ],
};

for (const rule of [...SHARED_RULES, ...SMTP_RULES, ...LMTP_RULES]) {
  const protocol = LMTP_RULES.some((one) => one === rule) ? 'lmtp' : 'smtp';
  test(`${protocol}-${rule} is seen to be broken`, () => {
    const { broken } = witnessed(protocol, ...BROKEN[rule]);
    // 354 is no success of a command, and where content follows its order is asked too.
    const expected = rule === 'intermediate-after-data' ? [`smtp-${rule}`, 'smtp-sequence'] : [`${protocol}-${rule}`];
    assert.deepEqual(broken, expected);
  });
}

test('right sessions break nothing', () => {
  for (const [protocol, ...said] of [
    [
      'smtp',
      ...PLAIN,
      ...MAIL,
      ...RCPT,
      'C: DATA',
      'S: 354 go',
      'C: a',
      'C: ..',
      'C: .',
      'S: 250 ok',
      ...MAIL,
      'C: QUIT',
      'S: 221 bye',
    ],
    ['smtp', ...OPEN, 'C: STARTTLS', 'S: 220 2.0.0 go', ...PLAIN.slice(1), ...AUTH, ...MAIL],
    [
      'smtp',
      ...PLAIN,
      'C: AUTH PLAIN',
      'S: 334 ',
      'C: AGEAYg==',
      'S: 235 in',
      ...MAIL,
      ...RCPT,
      'C~ BDAT 5 LAST\r\nNOOP\n',
      'S: 250 ok',
    ],
    [
      'lmtp',
      ...LHLO,
      ...MAIL,
      ...RCPT,
      ...RCPT,
      'C: DATA',
      'S: 354 go',
      'C: a',
      'C: .',
      'S: 250 ok',
      'S: 452 full',
      'C: NOOP',
      'S: 250 ok',
    ],
    [
      'lmtp',
      ...LHLO,
      ...MAIL,
      ...RCPT,
      ...RCPT,
      'C~ BDAT 3 LAST\r\na\r\n',
      'S: 250 ok',
      'S: 250 ok',
      'C: NOOP',
      'S: 250 ok',
    ],
    // Who must end says so unasked; a refusal is no text without its code; an empty line of many is none without text.
    ['smtp', ...PLAIN, 'S: 421 bye'],
    ['smtp', ...PLAIN, 'C: HELP', 'S: 214-', 'S: 214 help'],
    ['smtp', ...PLAIN, 'C: VRFY b SMTPUTF8', 'S: 250 <b\xc3\xb6@b.test>'],
    ['smtp', 'S: 554 no', 'C: QUIT', 'S: 221 bye'],
  ] as [string, ...string[]][])
    assert.deepEqual(witnessed(protocol, ...said).broken, [], said.join('\n'));
});

test('a session is let go where nobody can tell what answers what, but not its replies', () => {
  const lost = [...PLAIN, 'C~ NOOP\nNOOP\r\n', 'S: 250 ok', 'S: 250 ok', 'S: 220 ok'];
  assert.deepEqual(witnessed('smtp', ...lost).broken, []);
  assert.deepEqual(witnessed('smtp', ...lost, 'S: 250 \x01').broken, ['smtp-text']);
  const smuggled = [
    ...PLAIN,
    ...MAIL,
    ...RCPT,
    'C: DATA',
    'S: 354 go',
    'C~ a\n.\nNOOP\r\n.\r\n',
    'S: 250 ok',
    'S: 250 ok',
  ];
  assert.deepEqual(witnessed('smtp', ...smuggled).broken, []);
});

test('an alert of TLS behind the go-ahead is no reply', () => {
  const alert = '\x15\x03\x03\x00\x02\x02\n';
  const said = [...PLAIN, 'C: STARTTLS', 'C: XYZZY', `S~ 220 go ahead\r\n${alert}`];
  assert.deepEqual(witnessed('smtp', ...said).broken, []);
  // Where nobody asked for TLS it is what it looks like.
  assert.deepEqual(witnessed('smtp', ...PLAIN, 'C: NOOP', `S~ 250 ok\r\n${alert}`).broken, ['smtp-code']);
});
