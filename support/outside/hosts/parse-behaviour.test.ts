import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, Behaviour } from './behaviour';
import { parseBehaviour } from './parse-behaviour';

const shown = (act: Act) => (act.kind === 'reply' ? `${act.code} ${act.text}`.trim() : act.kind);

/** A behaviour in short: one line for each phase. */
function phases({ phases }: Behaviour): string[] {
  return phases.map((course) =>
    course
      .map(({ moment, of, reaction, times }) => {
        const how = reaction ? `${shown(reaction.act)}${reaction.closes ? ' closes' : ''} ${reaction.after}` : 'right';
        return `${moment}${of === undefined ? '' : ` of ${of}`}: ${how} × ${times}`;
      })
      .join(' | '),
  );
}

for (const [text, ...wanted] of [
  ['all'],
  ['never answers', 'the greeting: silence 0 × Infinity'],
  ['RCPT with 451', 'RCPT: 451 0 × Infinity'],
  ['RCPT with 451 two times, then all', 'RCPT: 451 0 × 2 | RCPT: right × Infinity'],
  ['RCPT with 550 5.1.1 no such user', 'RCPT: 550 5.1.1 no such user 0 × Infinity'],
  [
    'the message with 451 and closes one time, then all',
    'the message: 451 closes 0 × 1 | the message: right × Infinity',
  ],
  ['the greeting with 220 after 2s', 'the greeting: 220 2000 × Infinity'],
  ['RCPT of carol with 550 one time, then all', 'RCPT of carol: 550 0 × 1 | RCPT of carol: right × Infinity'],
  ['DATA with 354 and closes after 300ms', 'DATA: 354 closes 300 × Infinity'],
  [
    'EHLO with garbage; QUIT with a reset connection',
    'EHLO: garbage 0 × Infinity',
    'QUIT: a reset connection 0 × Infinity',
  ],
  [
    'the greeting with a closed connection one time, then MAIL with 421 and closes 3 times, then RCPT with 450',
    'the greeting: a closed connection 0 × 1 | MAIL: 421 closes 0 × 3 | RCPT: 450 0 × Infinity',
  ],
] as const) {
  test(`“${text}” is understood`, () => assert.deepEqual(phases(parseBehaviour(text)), wanted));
}

const offers = (text: string) => [...parseBehaviour(text).offers].map((words) => words.join(' ').trim());

for (const [text, wanted] of [
  ['offers nothing', []],
  ['offers nothing; offers SIZE 1000', ['SIZE 1000']],
  ['offers no PIPELINING; offers no DSN', ['SIZE 52428800', '8BITMIME', 'SMTPUTF8', 'ENHANCEDSTATUSCODES']],
  ['offers no 8BITMIME', ['PIPELINING', 'SIZE 52428800', 'ENHANCEDSTATUSCODES', 'DSN']],
  ['offers nothing; offers STARTTLS', ['STARTTLS']],
  ['offers nothing; STARTTLS with 454', ['STARTTLS']],
  ['offers nothing; AUTH with 535', ['AUTH PLAIN LOGIN']],
  ['offers nothing; has an expired certificate', ['STARTTLS']],
  ['offers nothing; has no TLS newer than 1.1', ['STARTTLS']],
  ['offers nothing; demands a login', ['AUTH PLAIN LOGIN']],
] as const) {
  test(`“${text}” offers ${wanted.join(', ') || 'nothing'}`, () => assert.deepEqual(offers(text), wanted));
}

test('listening and TLS', () => {
  assert.equal(parseBehaviour('refuses connections').listens, false);
  assert.equal(parseBehaviour('has a certificate for another name').certificate, 'for another name');
  assert.equal(parseBehaviour('has TLS that is stripped').stripped, true);
  assert.equal(parseBehaviour('has no TLS newer than 1.1').oldTls, true);
  assert.equal(parseBehaviour('STARTTLS with 220 and keeps silent').phases[0]?.[0]?.reaction?.keepsSilent, true);
});

for (const [text, message] of [
  ['sulks', /“sulks” is no behaviour of a host: there are all; refuses connections; never answers; <what> with/],
  ['RSET with 451', /there are all/],
  ['RCPT with sadness', /“sadness” is no reply; there are codes/],
  ['RCPT with 651', /is no reply/],
  ['RCPT with 451 two times', /after “two times” comes/],
  ['RCPT with 451, then all', /before “, then” comes how many times/],
  ['all, then RCPT with 451', /before “, then” comes how many times/],
  ['offers magic', /a host can offer PIPELINING, SIZE/],
  ['has hope', /a host has a good certificate/],
  ['', /there are all/],
] as const) {
  test(`“${text}” is refused`, () => assert.throws(() => parseBehaviour(text), message));
}
