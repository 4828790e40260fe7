import assert from 'node:assert';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Account } from '../target';
import { maildirInbox } from './maildir';

const directory = mkdtempSync(join(tmpdir(), 'mailspec-maildir-'));
after(() => rmSync(directory, { recursive: true }));

const account = {} as Account;
const inbox = maildirInbox(() => join(directory, 'box'));

function store(folder: string, name: string, content: string, second: number): void {
  const path = join(directory, 'box', folder, name);
  mkdirSync(join(directory, 'box', folder), { recursive: true });
  writeFileSync(path, content);
  utimesSync(path, second, second);
}

test('a Maildir that is not there yet is empty', async () => {
  assert.deepStrictEqual(await inbox.read(account), []);
});

test('new and cur are read in the order of writing, with CRLF; tmp and hidden files are not', async () => {
  store('new', '9.a', 'second\n', 200);
  store('cur', '1.b:2,S', 'third\r\n', 300);
  store('new', '5.c', 'first\n\xe4\n', 100);
  store('tmp', '0.d', 'not yet\n', 50);
  store('new', '.hidden', 'no mail\n', 50);
  assert.deepStrictEqual(
    (await inbox.read(account)).map((message) => message.toString()),
    ['first\r\nä\r\n', 'second\r\n', 'third\r\n'],
  );
});

test('emptying leaves what is being written', async () => {
  await inbox.empty(account);
  assert.deepStrictEqual(await inbox.read(account), []);
  assert.deepStrictEqual(readdirSync(join(directory, 'box/tmp')), ['0.d']);
});
