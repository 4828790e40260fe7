import assert from 'node:assert';
import { test } from 'node:test';
import { answerSubject, passedSubject, quoted, recipientsOfAnswer, referencesTo } from '../compose/answers';
import { plainOf } from '../compose/plain';
import { recipientsOf } from '../compose/recipients';
import { reportedIn } from './report';
import { searchOf } from './search';
import { contentsOf } from './structure';
import { threadsOf } from './threads';

const person = (address: string) => ({ name: '', address });

test('who answers their own message writes to those who got it', () => {
  const message = {
    from: [person('me@x.test')],
    replyTo: [person('me@x.test')],
    to: [person('you@x.test'), person('ME@x.test')],
    cc: [person('them@x.test'), person('You@x.test')],
  };
  const { to, cc } = recipientsOfAnswer(message, 'me@x.test', true);
  assert.deepEqual(
    [to.map(({ address }) => address), cc.map(({ address }) => address)],
    [['you@x.test'], ['them@x.test']],
  );
});

test('Reply-To is answered, not From', () => {
  const message = { from: [person('a@x.test')], replyTo: [person('list@x.test')], to: [person('me@x.test')], cc: [] };
  assert.deepEqual(recipientsOfAnswer(message, 'me@x.test', false).to, [person('list@x.test')]);
  assert.deepEqual(recipientsOfAnswer(message, 'me@x.test', true), { to: [person('list@x.test')], cc: [] });
});

test('subjects have one Re, one Fwd', () => {
  assert.equal(answerSubject('RE: re: x'), 'Re: x');
  assert.equal(answerSubject('x'), 'Re: x');
  assert.equal(passedSubject('Fw: x'), 'Fwd: x');
});

test('references grow by the message, and keep their beginning', () => {
  assert.deepEqual(referencesTo({ references: ['<a>', '<b>'], messageId: '<c>' }), ['<a>', '<b>', '<c>']);
  const many = Array.from({ length: 80 }, (_, i) => `<${i}>`);
  const grown = referencesTo({ references: many, messageId: '<z>' });
  assert.deepEqual([grown.length, grown[0], grown.at(-1)], [50, '<0>', '<z>']);
});

test('a quotation leaves the signature out', () => {
  assert.equal(quoted('a\n> b\n\nc\n-- \nme\n'), '> a\n>> b\n>\n> c');
});

test('HTML becomes text that can be quoted', () => {
  assert.equal(plainOf('<style>x{}</style><p>a &amp; b</p><div>c<br>d &#233;</div><!-- no -->'), 'a & b\nc\nd é');
  assert.equal(plainOf('&#0;&#xd800;&unknown;'), '&unknown;');
});

test('people are taken as they are written, and what is none is told', () => {
  const { addresses, wrong } = recipientsOf('Bob <bob@x.test>; "Smith, J" <js@x.test>\nniño@españa.test, nobody');
  assert.deepEqual(
    addresses.map(({ name, address }) => `${name}|${address}`),
    ['Bob|bob@x.test', 'Smith, J|js@x.test', '|niño@españa.test'],
  );
  assert.deepEqual(wrong, ['nobody']);
});

test('words that say where become keys of SEARCH', () => {
  assert.deepEqual(searchOf('from:bob'), { from: 'bob' });
  assert.deepEqual(searchOf('unread'), { seen: false });
  assert.deepEqual(searchOf('"unread"'), { text: 'unread' });
  assert.deepEqual(searchOf('-larger:2m'), { not: { larger: 2 * 1_048_576 } });
  assert.deepEqual(searchOf('before:2026-13-45'), { text: 'before:2026-13-45' });
  assert.deepEqual(searchOf(' '), { all: true });
});

test('threads are flat, each in the order of arrival', () => {
  const tree = [[{ value: '3' }, [{ value: '9' }], [{ value: '5' }]], [{ value: '4' }]];
  assert.deepEqual(threadsOf(tree), [[3, 5, 9], [4]]);
});

test('a report tells of each recipient', () => {
  const text =
    'Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@x.test\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no\r\n  such user\r\n';
  assert.deepEqual(reportedIn(text), [
    { recipient: 'a@x.test', action: 'failed', status: '5.1.1', diagnostic: '550 no such user' },
  ]);
});

test('what a message says of its protection is seen, and what is its text', () => {
  const text = { part: '1.1', type: 'text/plain' };
  const signed = {
    type: 'multipart/signed',
    parameters: { protocol: 'application/pgp-signature' },
    childNodes: [
      { part: '1', type: 'multipart/alternative', childNodes: [text, { part: '1.2', type: 'text/html' }] },
      { part: '2', type: 'application/pgp-signature' },
    ],
  };
  const found = contentsOf(signed);
  assert.deepEqual(found.protections, ['openpgp-signed']);
  assert.deepEqual(
    [found.text?.number, found.html?.number, found.attachments[0]?.name],
    ['1.1', '1.2', 'attachment-2.asc'],
  );
  assert.equal(contentsOf({ type: 'TEXT/PLAIN' }).text?.number, '1');
});
