import assert from 'node:assert';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Account } from '../target';
import { MaildirInbox } from './maildir';

const directory = mkdtempSync(join(tmpdir(), 'mailspec-maildir-'));
after(() => rmSync(directory, { recursive: true }));

const account = {} as Account;
const inbox = new MaildirInbox(() => join(directory, 'box'));
const texts = async () => (await inbox.look(account)).messages.map(String);

function store(folder: string, name: string, content: string, second: number): void {
  const path = join(directory, 'box', folder, name);
  mkdirSync(join(directory, 'box', folder), { recursive: true });
  writeFileSync(path, content);
  utimesSync(path, second, second);
}

test('where there is no Maildir nothing can be read, and it says so', async () => {
  const { messages, unread } = await inbox.look(account);
  assert.deepStrictEqual([messages.length, unread.map(({ why }) => why.code)], [0, ['no-maildir']]);
});

test('new and cur are read in the order of writing, with CRLF; tmp and hidden files are not', async () => {
  store('new', '9.a', 'second\n', 200);
  store('cur', '1.b:2,S', 'third\r\n', 300);
  store('new', '5.c', 'first\n\xe4\n', 100);
  store('tmp', '0.d', 'not yet\n', 50);
  store('new', '.hidden', 'no mail\n', 50);
  assert.deepStrictEqual(await texts(), ['first\r\nä\r\n', 'second\r\n', 'third\r\n']);
});

test('what was passed is not looked at again, under whatever flags it stands', async () => {
  await inbox.pass(account);
  assert.deepStrictEqual(await texts(), []);
  renameSync(join(directory, 'box/new/9.a'), join(directory, 'box/cur/9.a:2,S'));
  store('new', '6.e', 'fourth\n', 400);
  assert.deepStrictEqual(await texts(), ['fourth\r\n']);
});

test('emptying leaves what is being written', async () => {
  await inbox.empty(account);
  assert.deepStrictEqual(await texts(), []);
  assert.deepStrictEqual(readdirSync(join(directory, 'box/tmp')), ['0.d']);
});
