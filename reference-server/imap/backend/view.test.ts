import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../store/store';
import { FLAG } from '../../store/types';
import { Refusal } from '../refusal';
import type { Session } from '../session';
import { Models } from './models';
import { Selected } from './selected';

/** A mailbox with so many messages, opened by a session. */
function opened(messages: number, readOnly = false) {
  const store = openStore({ now: () => 0 });
  const account = store.accounts.create('a@x.test', '');
  const inbox = store.mailboxes.inbox(account.id);
  const append = (by?: object) => store.messages.append(inbox.id, [{ content: Buffer.from('x') }], by)[0]!.uid;
  for (let i = 0; i < messages; i++) append();
  const models = new Models(store);
  const open = () => {
    const session = { store, service: { models }, rev2: false } as unknown as Session;
    const view = new Selected(session, store.mailboxes.get(inbox.id)!, readOnly);
    view.enter();
    session.selected = view;
    return { session, view };
  };
  return { store, inbox: inbox.id, append, open, ...open() };
}

test('numbers hold still until the expunge is told, then each counts after the ones before', () => {
  const { store, inbox, view } = opened(5);
  store.messages.expunge(inbox, [2, 3, 5]);
  assert.deepEqual(view.news(false), { expunged: [], arrived: false, flagged: [] });
  assert.equal(view.sequenceNumber(4), 4);
  assert.equal(view.message(3), undefined);
  assert.deepEqual(view.news(true).expunged, [
    { number: 2, uid: 2 },
    { number: 2, uid: 3 },
    { number: 3, uid: 5 },
  ]);
  assert.deepEqual(view.uids, [1, 4]);
});

test('new messages come at the end, while expunges wait', () => {
  const { store, inbox, view, append } = opened(2);
  store.messages.expunge(inbox, [1]);
  append();
  assert.equal(view.news(false).arrived, true);
  assert.deepEqual(view.uids, [1, 2, 3]);
  assert.deepEqual(view.news(true).expunged, [{ number: 1, uid: 1 }]);
});

test('what came and went untold never was', () => {
  const { store, inbox, view, append } = opened(1);
  store.messages.expunge(inbox, [append()]);
  assert.equal(view.hasNews, false);
});

test("flags of others are news, a session's own are not", () => {
  const { store, inbox, view, session } = opened(3);
  store.messages.setFlags(inbox, [{ uid: 2, flags: FLAG.seen, keywords: [] }]);
  store.messages.setFlags(inbox, [{ uid: 3, flags: FLAG.seen, keywords: [] }], session);
  assert.deepEqual(view.news(true).flagged, [2]);
  assert.equal(view.message(3)!.flags, FLAG.seen);
});

test('a message is recent to one session', () => {
  const { view, open, append } = opened(2);
  assert.equal(view.recentCount, 2);
  const other = open().view;
  assert.equal(other.recentCount, 0);
  append();
  view.news(true);
  other.news(true);
  assert.deepEqual([view.recentCount, other.recentCount], [3, 0]);
});

test('EXAMINE takes recent messages from nobody', () => {
  const { view, open } = opened(2, true);
  assert.deepEqual([view.recentCount, open().view.recentCount], [2, 2]);
});

test('sets name messages by number or by UID', () => {
  const { store, inbox, view } = opened(4);
  store.messages.expunge(inbox, [2]);
  view.news(true);
  assert.deepEqual(view.named([[1, 2]], false), [1, 3]);
  assert.throws(() => view.named([[4, 4]], false), Refusal);
  assert.deepEqual(view.named([[2, Number.POSITIVE_INFINITY]], true), [3, 4]);
  assert.deepEqual(view.named([[99, Number.POSITIVE_INFINITY]], true), [4]);
  view.keep('$', [1, 4]);
  store.messages.expunge(inbox, [1]);
  assert.deepEqual(view.named('$', true), [4]);
});

test('which messages have a flag is known without reading them, and after every change', () => {
  const { store, inbox, view, append } = opened(3);
  store.messages.setFlags(inbox, [{ uid: 2, flags: FLAG.seen | FLAG.draft, keywords: [] }]);
  assert.deepEqual(view.model.byFlag(FLAG.seen, false), [1, 3]);
  assert.deepEqual(view.model.byFlag(FLAG.seen, true), [2]);
  assert.deepEqual(view.model.byFlag(FLAG.draft, true), [2]);
  append();
  assert.deepEqual(view.model.byFlag(FLAG.seen, false), [1, 3, 4]);
});

test('of 100,000 messages, SELECT and SEARCH UNSEEN read none', async () => {
  const { store, inbox, open } = opened(0);
  const content = Buffer.from('x');
  const flagsOf = (n: number) => (n % 1000 === 0 ? 0 : FLAG.seen);
  store.messages.append(
    inbox,
    Array.from({ length: 100_000 }, (_, n) => ({ content, flags: flagsOf(n) })),
  );
  for (const reads of ['get', 'range', 'content', 'header', 'headerSize', 'parsed'] as const) {
    store.messages[reads] = () => assert.fail(`SEARCH called ${reads}`);
  }
  const { view } = open();
  assert.equal(view.uids.length, 100_000);
  assert.equal(view.recentCount, 100_000);
  const unseen = await view.search({ kind: 'flag', bit: FLAG.seen, set: false });
  assert.deepEqual(unseen.slice(0, 2), [1, 1001]);
  assert.equal(unseen.length, 100);
});

test('150,000 expunges may wait', () => {
  const { store, inbox, open } = opened(0);
  const content = Buffer.from('x');
  const uids = store.messages
    .append(
      inbox,
      Array.from({ length: 150_000 }, () => ({ content })),
    )
    .map(({ uid }) => uid);
  const { view } = open();
  const before = view.mailbox!.highestModseq;
  store.messages.expunge(inbox, uids);
  assert.equal(view.toldUpTo, before);
});

test('while expunges wait, what is told reaches to the first of them only', () => {
  const { store, inbox, view } = opened(3);
  const before = view.mailbox!.highestModseq;
  assert.equal(view.toldUpTo, undefined);
  store.messages.expunge(inbox, [1]);
  store.messages.expunge(inbox, [2]);
  view.news(false);
  assert.equal(view.toldUpTo, before);
  view.news(true);
  assert.equal(view.toldUpTo, undefined);
});

test('what has vanished is of the spans, since then, and no more counted by the client', () => {
  const { store, inbox, view } = opened(5);
  const before = view.mailbox!.highestModseq;
  store.messages.expunge(inbox, [1, 3, 4]);
  const among: Array<[number, number]> = [[2, 4_000_000_000]];
  assert.deepEqual(view.vanished(before, among), []);
  view.news(true);
  assert.deepEqual(view.vanished(before, among), [3, 4]);
  assert.deepEqual(view.vanished(before + 1, among), []);
});
