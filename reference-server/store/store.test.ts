import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openStore } from './store';
import { type Change, FLAG } from './types';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
let files = 0;
after(() => rmSync(folder, { recursive: true }));

function fresh(inFile = false) {
  let now = 1_700_000_000_000;
  const file = inFile ? { file: join(folder, `${++files}.sqlite`) } : {};
  const store = openStore({ now: () => now++, ...file });
  const account = store.accounts.create('alice@example.test', 'x');
  const inbox = store.mailboxes.inbox(account.id);
  const message = (text: string) => ({ content: Buffer.from(`Subject: ${text}\r\n\r\n${text}\r\n`) });
  return { store, account, inbox, message };
}

for (const inFile of [false, true]) {
  describe(`messages in ${inFile ? 'a file' : 'memory'}`, () => {
    it('come back octet by octet, header and body apart', () => {
      const { store, inbox } = fresh(inFile);
      for (const text of ['A: b\r\n\r\nbody\r\n', '\r\nbody', 'A: b\r\n', '', 'A: \x00\xff\r\n\r\n\r\n\r\n']) {
        const content = Buffer.from(text, 'latin1');
        const [stored] = store.messages.append(inbox.id, [{ content }]);
        assert.deepEqual(store.messages.content(stored!.blob), content);
        assert.equal(stored!.size, content.length);
        assert.equal(store.messages.header(stored!.blob).length, store.messages.headerSize(stored!.blob));
      }
    });

    it('tell which content is gone: once nobody has it, and not what comes to nothing', () => {
      const { store, account, inbox, message } = fresh(inFile);
      const gone: number[] = [];
      store.changes.watchContents((blob) => gone.push(blob));
      const [a, b, c] = store.messages.append(inbox.id, [message('a'), message('b'), message('c')]);
      const other = store.mailboxes.create(account.id, 'Other').id;
      store.messages.copy(inbox.id, [1, 3], other);
      assert.throws(() =>
        store.transaction(() => {
          store.messages.expunge(inbox.id, [2]);
          throw new Error('no');
        }),
      );
      store.messages.expunge(inbox.id, [1]);
      assert.deepEqual(gone, []);
      store.messages.expunge(inbox.id, [2]);
      assert.deepEqual(gone, [b!.blob]);
      store.mailboxes.delete(other);
      assert.deepEqual(gone, [b!.blob, a!.blob]);
      assert.throws(() => store.messages.content(a!.blob), /no message content/);
      assert.deepEqual(store.messages.content(c!.blob), message('c').content);
    });

    it('get ascending UIDs that are never used again', () => {
      const { store, inbox, message } = fresh(inFile);
      store.messages.append(inbox.id, [message('a'), message('b')]);
      assert.deepEqual(store.messages.expunge(inbox.id, [2, 7]), [2]);
      const [next] = store.messages.append(inbox.id, [message('c')]);
      assert.equal(next!.uid, 3);
      assert.deepEqual(store.messages.uids(inbox.id), [1, 3]);
      assert.equal(store.messages.position(inbox.id, 3), 2);
    });

    it('are counted without being read', () => {
      const { store, inbox, message } = fresh(inFile);
      store.messages.append(inbox.id, [message('a'), { ...message('b'), flags: FLAG.seen }, message('c')]);
      store.messages.setFlags(inbox.id, [{ uid: 3, flags: FLAG.seen | FLAG.deleted, keywords: ['$Forwarded'] }]);
      const { messages, unseen, deleted, size } = store.mailboxes.get(inbox.id)!;
      assert.deepEqual({ messages, unseen, deleted, size }, { messages: 3, unseen: 1, deleted: 1, size: 51 });
      assert.deepEqual(store.messages.uidsByFlag(inbox.id, FLAG.seen, false), [1]);
      assert.deepEqual(store.messages.uidsByFlag(inbox.id, FLAG.seen, true), [2, 3]);
      assert.equal(store.messages.firstUnseen(inbox.id), 1);
      assert.deepEqual(store.mailboxes.keywords(inbox.id), ['$Forwarded']);
      assert.deepEqual(store.accounts.usage(inbox.account), { size: 51, messages: 3 });
    });

    it('remember what changed since a mod-sequence', () => {
      const { store, inbox, message } = fresh(inFile);
      store.messages.append(inbox.id, [message('a'), message('b'), message('c')]);
      const before = store.mailboxes.get(inbox.id)!.highestModseq;
      store.messages.setFlags(inbox.id, [{ uid: 2, flags: FLAG.flagged, keywords: [] }]);
      store.messages.expunge(inbox.id, [1]);
      assert.deepEqual(
        store.messages.changedSince(inbox.id, before).map((m) => m.uid),
        [2],
      );
      assert.deepEqual(store.messages.expungedSince(inbox.id, before), [1]);
      assert.equal(store.mailboxes.get(inbox.id)!.highestModseq, before + 2);
    });

    it('move all or nothing, and share their octets with their copies', () => {
      const { store, account, inbox, message } = fresh(inFile);
      const sent = store.mailboxes.find(account.id, 'Sent')!;
      const [a] = store.messages.append(inbox.id, [message('a'), message('b')]);
      const { uids } = store.messages.copy(inbox.id, [1], sent.id);
      assert.deepEqual(uids, [[1, 1]]);
      assert.equal(store.messages.get(sent.id, 1)!.blob, a!.blob);
      assert.throws(() => store.messages.move(inbox.id, [1, 2], 999), /no mailbox/);
      assert.deepEqual(store.messages.uids(inbox.id), [1, 2]);
      assert.deepEqual(store.messages.move(inbox.id, [2, 1], sent.id).uids, [
        [1, 2],
        [2, 3],
      ]);
      assert.deepEqual(store.messages.uids(inbox.id), []);
      assert.equal(store.messages.content(a!.blob).toString(), 'Subject: a\r\n\r\na\r\n');
      store.messages.expunge(sent.id, [1, 2, 3]);
      assert.throws(() => store.messages.headerSize(a!.blob), /no message content/);
    });

    it('and their octets come back when a transaction is undone', () => {
      const { store, inbox, message } = fresh(inFile);
      const [kept] = store.messages.append(inbox.id, [message('a')]);
      let lost = 0;
      assert.throws(() =>
        store.transaction(() => {
          lost = store.messages.append(inbox.id, [message('b')])[0]!.blob;
          store.messages.copy(inbox.id, [1], inbox.id);
          store.messages.expunge(inbox.id, [1, 2, 3]);
          throw new Error('no');
        }),
      );
      assert.deepEqual(store.messages.uids(inbox.id), [1]);
      assert.equal(store.messages.content(kept!.blob).toString(), 'Subject: a\r\n\r\na\r\n');
      assert.throws(() => store.messages.headerSize(lost), /no message content/);
      store.messages.expunge(inbox.id, [1]);
      assert.throws(() => store.messages.headerSize(kept!.blob), /no message content/);
    });

    it('go with their mailbox, and say which have no last line end', () => {
      const { store, account, inbox } = fresh(inFile);
      const box = store.mailboxes.create(account.id, 'x');
      const [a, b] = store.messages.append(box.id, [
        { content: Buffer.from('A: b\r\n\r\nx') },
        { content: Buffer.from('\r\n') },
      ]);
      assert.deepEqual(store.messages.unended(box.id), [1]);
      store.messages.copy(box.id, [1], inbox.id);
      store.mailboxes.delete(box.id);
      assert.equal(store.messages.content(a!.blob).length, 9);
      assert.throws(() => store.messages.headerSize(b!.blob), /no message content/);
      assert.deepEqual(store.messages.unended(inbox.id), [1]);
    });
  });
}

describe('mailboxes', () => {
  it('are renamed with their inferiors, or not at all', () => {
    const { store, account } = fresh();
    const top = store.mailboxes.create(account.id, 'a%');
    store.mailboxes.create(account.id, 'a%/b');
    store.mailboxes.create(account.id, 'aX/b');
    store.mailboxes.create(account.id, 'new/b');
    assert.throws(() => store.mailboxes.rename(top.id, 'new'), /exists/);
    assert.equal(store.mailboxes.get(top.id)!.name, 'a%');
    store.mailboxes.rename(top.id, 'c');
    const names = store.mailboxes.list(account.id).map((mailbox) => mailbox.name);
    assert.ok(names.includes('c/b') && names.includes('aX/b') && !names.includes('a%/b'));
  });

  it('made again have a greater UIDVALIDITY', () => {
    const { store, account } = fresh();
    const old = store.mailboxes.create(account.id, 'x');
    store.mailboxes.delete(old.id);
    assert.ok(store.mailboxes.create(account.id, 'x').uidValidity > old.uidValidity);
  });

  it('can stay as a name only, and come back', () => {
    const { store, account } = fresh();
    const old = store.mailboxes.create(account.id, 'x');
    store.mailboxes.delete(old.id, { keepName: true });
    assert.equal(store.mailboxes.find(account.id, 'x')!.selectable, false);
    assert.throws(() => store.messages.append(store.mailboxes.find(account.id, 'x')!.id, []), /no mailbox/);
    assert.equal(store.mailboxes.create(account.id, 'x').selectable, true);
  });

  it('know INBOX in any case, and hand out what is recent once', () => {
    const { store, account, message } = fresh();
    const inbox = store.mailboxes.find(account.id, 'inBox')!;
    assert.equal(store.mailboxes.create(account.id, 'Inbox/x').name, 'INBOX/x');
    store.messages.append(inbox.id, [message('a')]);
    assert.equal(store.mailboxes.claimRecent(inbox.id), 1);
    assert.equal(store.mailboxes.claimRecent(inbox.id), 2);
  });
});

describe('news', () => {
  it('comes after the commit and never of what was undone', () => {
    const { store, account, inbox, message } = fresh();
    const heard: Change[] = [];
    const me = {};
    store.changes.watch(inbox.id, (change) => heard.push(change));
    store.transaction(() => {
      store.messages.append(inbox.id, [message('a')], me);
      assert.throws(() =>
        store.transaction(() => {
          store.messages.expunge(inbox.id, [1]);
          throw new Error('no');
        }),
      );
      assert.equal(heard.length, 0);
    });
    assert.deepEqual(
      heard.map(({ kind, by }) => ({ kind, by })),
      [{ kind: 'appended', by: me }],
    );
    const stop = store.changes.watchAccount(account.id, (change) => heard.push(change));
    store.mailboxes.subscribe(account.id, 'nowhere');
    stop();
    store.mailboxes.unsubscribe(account.id, 'nowhere');
    assert.equal(heard.length, 2);
  });
});

describe('a file', () => {
  it('keeps what was stored when the process dies without closing it', async () => {
    const file = join(folder, 'mail.sqlite');
    const first = openStore({ file, now: Date.now });
    const { id } = first.accounts.create('alice@example.test', 'x', 1000);
    const inbox = first.mailboxes.inbox(id).id;
    const bad = first.grouped(() => {
      first.messages.append(inbox, [{ content: Buffer.from('lost') }]);
      throw new Error('undone');
    });
    const good = first.grouped(() => first.messages.append(inbox, [{ content: Buffer.from('kept') }]));
    await assert.rejects(bad, /undone/);
    await good;

    // What is on disk at this moment is what the next process finds.
    const found = join(folder, 'found.sqlite');
    for (const end of ['', '-wal']) copyFileSync(file + end, found + end);
    const second = openStore({ file: found, now: Date.now });
    assert.equal(second.accounts.find('ALICE@example.test')!.quota, 1000);
    const messages = second.messages.range(inbox);
    assert.deepEqual(
      messages.map((message) => second.messages.content(message.blob).toString()),
      ['kept'],
    );
    second.close();
    first.close();
    await assert.rejects(
      first.grouped(() => 1),
      /closed/,
    );
  });
});
