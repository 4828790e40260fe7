import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDialogue } from './parse';

const kinds = (text: string, protocol = 'smtp') =>
  parseDialogue(text, protocol).steps.map(({ kind, line, connection }) => [kind, line, connection]);

test('consecutive client lines are one write, blank lines and comments mean nothing', () => {
  const dialogue = parseDialogue('# a\nC: A\n\nC: B\nC:\nS: 250\nC~ x\nC~ y\n', 'smtp');
  assert.deepEqual(
    dialogue.steps.map(({ kind }) => kind),
    ['send', 'expect', 'fragment', 'fragment'],
  );
  const [send] = dialogue.steps;
  assert.deepEqual(send?.kind === 'send' && send.lines.map(({ line }) => line), [2, 4, 5]);
});

test('another connection ends a write', () => {
  assert.deepEqual(kinds('C: A\nC2: B\nC: D\nS2: 250'), [
    ['send', 1, 1],
    ['send', 2, 2],
    ['send', 3, 1],
    ['expect', 4, 2],
  ]);
});

test('ways out and groups belong to their status, after it in SMTP and before it in IMAP', () => {
  const [smtp] = parseDialogue('S? 5xx\nS? 421\nS: 250\nS* A\nS! B', 'smtp').steps;
  assert.ok(smtp?.kind === 'expect');
  assert.deepEqual([smtp.wayOuts.length, smtp.group.map(({ mark }) => mark)], [2, ['*', '!']]);
  const steps = parseDialogue('S* * 1 EXISTS\nC2: x\nS? a1 NO\nS! * ${*} EXPUNGE\nS: a1 OK', 'imap').steps;
  const last = steps.at(-1);
  assert.ok(last?.kind === 'expect' && steps.length === 2);
  assert.deepEqual([last.wayOuts.length, last.group.map(({ line }) => line)], [1, [1, 4]]);
});

test('an IMAP group that no status ends stands where it was written', () => {
  assert.deepEqual(kinds('S* * 1 EXISTS\nS* * 0 RECENT\nC: DONE\nS: a1 OK', 'imap'), [
    ['arrive', 1, 1],
    ['send', 3, 1],
    ['expect', 4, 1],
  ]);
});

test('what is done to the connection is no line to send', () => {
  assert.deepEqual(
    kinds('C: ${close}\nC2: ${reset}\nC3: ${starttls}\nS: ${closed}\nS2: ${silent 300ms}').map(([kind]) => kind),
    ['control', 'control', 'control', 'expect', 'expect'],
  );
});

test('of a host the parts are swapped', () => {
  const { steps, goesOn } = parseDialogue(
    'S: 220 a\nC? QUIT\nC: EHLO ${*}\nS: 250-a\nS: 250 b\nC: ${message}\nS~ x\nS: ${silent 1s}\n…\n',
    'smtp',
    'server',
  );
  assert.ok(goesOn);
  assert.deepEqual(
    steps.map((step) => (step.kind === 'expect' ? step.status.kind : step.kind)),
    ['send', 'line', 'send', 'content', 'fragment', 'pause'],
  );
});

for (const [text, message] of [
  ['C* A', /there is no C\*; a client line is C: or C\?/],
  ['S? 250', /there is no S\?; a server line is S: or S~/],
  ['S2: 250', /each session of a host/],
  ['S: ${alive}', /\$\{alive\} is a client's/],
  ['…\nS: 250', /line 2 .*it is the last line/],
  ['C? QUIT\nS: 250', /line 1 .*after C\? comes C:/],
  ['C? ${silent 1s}\nC: A', /silent 1s\} is no way out; C\?/],
] as const) {
  test(`${JSON.stringify(text)} of a host is refused`, () =>
    assert.throws(() => parseDialogue(text, 'smtp', 'server'), message));
}

for (const [text, protocol, message] of [
  ['S: 250\nHELLO', 'smtp', /line 2 of the dialogue: “HELLO” is no line/],
  ['C:x', 'smtp', /no line of a dialogue/],
  ['C? 250', 'smtp', /there is no C\?/],
  ['S~ 250', 'smtp', /there is no S~/],
  ['S: ok', 'smtp', /line 1 .*is no reply; write 250/],
  ['S: 2500', 'smtp', /is no reply/],
  ['S: OK', 'pop3', /is no POP3 status/],
  ['S: OK', 'imap', /is no IMAP status/],
  ['S: a1 FINE', 'imap', /is no IMAP status/],
  ['S* A', 'smtp', /belongs to a status/],
  ['S: 250\nC: A\nS* A', 'smtp', /line 3 .*belongs to a status/],
  ['S: 250\nS| A', 'smtp', /S\| is a line of a POP3 payload/],
  ['S? 5xx\nC: A', 'smtp', /line 1 .*after S\? comes S:/],
  ['S? 5xx', 'smtp', /after S\? comes S:/],
  ['S? ${silent 1s}\nS: 250', 'smtp', /silent 1s\} is no way out/],
  ['S* 1 EXISTS', 'imap', /begins with “\* ”/],
  ['S! * EXPUNGE\nS: a1 OK', 'imap', /a number stands before EXPUNGE/],
  ['S* * ${*}\nS: a1 OK', 'imap', /is every response/],
  ['S* * 1 FETCH (FLAGS\nS: a1 OK', 'imap', /\) is missing/],
  ['S* * 1 FETCH FLAGS)\nS: a1 OK', 'imap', /one \) too many/],
  ['S* * LIST () "/ a\nS: a1 OK', 'imap', /" is missing/],
  ['S: a1 OK [X', 'imap', /\] is missing/],
  ['S! * ${*} EXPUNGE\nC: DONE', 'imap', /line 1 .*S! needs the status/],
  ['C: ${a', 'smtp', /line 1 .*} is missing/],
  [`S* * ${'('.repeat(20_000)}`, 'imap', /lists inside each other/],
  [`C: ${'${"'.repeat(20_000)}`, 'smtp', /inside each other/],
  [`C: ${'${'}${'size('.repeat(20_000)}`, 'smtp', /inside each other/],
  ['C: A', 'http', /frames no dialogue/],
] as const) {
  test(`${JSON.stringify(text.slice(0, 60))} in ${protocol} is refused`, () =>
    assert.throws(() => parseDialogue(text, protocol), message));
}
