import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandAt, commandName } from './command-name';
import { parseDialogue } from './parse';

const nothing = Buffer.alloc(0);

/** The command at each status of a dialogue. */
function commands(text: string, protocol: string, lastSent = nothing): string[] {
  const dialogue = parseDialogue(text, protocol);
  return dialogue.steps.filter(({ kind }) => kind === 'expect').map((step) => commandAt(dialogue, step, lastSent));
}

test('a status answers the command whose turn it is', () => {
  const text =
    'S: 220\nC: MAIL FROM:<${sender}>\nC: rcpt TO:<${alice}>\nC: DATA\nS: 250\nS: 250\nS: 354\nC~ ${hello}\nC: .\nS: 250';
  assert.deepEqual(commands(text, 'smtp'), ['the greeting', 'MAIL', 'RCPT', 'DATA', 'the end of the data']);
});

test('in IMAP the tag tells', () => {
  const text = 'C: a1 NOOP\nC: a2 UID FETCH 1 FLAGS\nS: a2 OK\nS: a1 OK\nC: a3 IDLE\nS: +\nC: DONE\nS: a3 OK';
  assert.deepEqual(commands(text, 'imap'), ['UID FETCH', 'NOOP', 'IDLE', 'DONE']);
});

test('a dialogue that begins with the answer looks at what was sent', () => {
  assert.deepEqual(commands('S: 250', 'smtp', Buffer.from('NOOP\r\n')), ['NOOP']);
  assert.deepEqual(commands('S: 250', 'smtp', Buffer.from('QUIT\r\nVRFY a\r\n')), ['VRFY']);
});

test('what is no word is not shown', () => {
  assert.equal(commandName('smtp', 'AGFubgBzZWNyZXQtd29yZA=='), 'data');
  assert.equal(commandName('imap', 'a1 fetch 1 FLAGS'), 'FETCH');
  assert.equal(commandName('pop3', ''), 'data');
});
