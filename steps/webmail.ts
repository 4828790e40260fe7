/** What a person does at a webmail, and what it shows and serves. */
import type { DataTable } from '@cucumber/cucumber';
import { nameMailboxes } from '../support/scenario/mailboxes';
import { doDeed, forge } from '../support/scenario/webmail/deeds';
import * as entering from '../support/scenario/webmail/entering';
import { lookInto, openMessage } from '../support/scenario/webmail/looking';
import * as showing from '../support/scenario/webmail/showing';
import type { Visitor } from '../support/scenario/webmail/visits';
import { checkServed } from '../support/scenario/webmail/web-quality';
import { type WrittenRow, write } from '../support/scenario/webmail/writing';
import type { AccountName } from '../support/targets/target';
import { Given, Then, When } from './vocabulary';

Given('{account} signs in to the webmail', async function (name: AccountName) {
  if (!this.stage.scope.has('mailbox')) await nameMailboxes(this.stage);
  await this.stage.webmail.signIn(name);
});

When('{account} tries the password {line}', async function (name: AccountName, password: string) {
  await entering.tryPassword(this.stage, name, this.stage.scope.expand(password).toString());
});

When('{visitor} comes to the webmail', async function (visitor: Visitor) {
  await this.stage.webmail.of(visitor).webmail.isIn();
});

When('the thief takes the cookies of {account}', function (name: AccountName) {
  this.stage.webmail.steal(name);
});

When('{visitor} asks for all that {account} has seen', async function (visitor: Visitor, name: AccountName) {
  await entering.askForAll(this.stage, visitor, name);
});

When('{account} looks into {view}', async function (name: AccountName, view: string) {
  await lookInto(this.stage, name, view);
});

When('{account} opens the message {name}', async function (name: AccountName, message: string) {
  await openMessage(this.stage, name, message);
});

When('{account} asks for all of the message {name}', async function (name: AccountName, message: string) {
  await openMessage(this.stage, name, message, true);
});

When('{account} {writes}:', async function (name: AccountName, words: string, table: DataTable) {
  await write(this.stage, name, words, table.hashes() as unknown as WrittenRow[]);
});

When('{account} {deed}', async function (name: AccountName, words: string) {
  await doDeed(this.stage, name, words);
});

When('another site has it that {account} {deed}', async function (name: AccountName, words: string) {
  await forge(this.stage, name, () => doDeed(this.stage, name, words));
});

When(
  'another site has it that {account} {writes}:',
  async function (name: AccountName, words: string, table: DataTable) {
    await forge(this.stage, name, () => write(this.stage, name, words, table.hashes() as unknown as WrittenRow[]));
  },
);

Then('{visitor} is {signed}', async function (visitor: Visitor, wanted: string) {
  await entering.checkSigned(this.stage, visitor, wanted);
});

Then('{account} is not let in after {int} wrong passwords', async function (name: AccountName, times: number) {
  await entering.checkGuessing(this.stage, name, times);
});

Then('the message list shows:', function (table: DataTable) {
  showing.checkList(this.stage.webmail.last(), table.hashes(), this.stage.scope);
});

Then('the pages of {view} show {int} messages, each once', async function (view: string, count: number) {
  await showing.checkPages(this.stage, this.stage.webmail.last(), view, count);
});

Then('the folder list shows:', async function (table: DataTable) {
  await showing.checkFolders(this.stage.webmail.last(), table.hashes() as never, this.stage.scope);
});

Then('the opened message shows:', async function (table: DataTable) {
  await showing.checkShown(this.stage.webmail.last(), table.hashes() as never, this.stage.scope);
});

Then('what {visitor} was served has {web-quality}', async function (visitor: Visitor, quality: string) {
  await checkServed(this.stage, this.stage.webmail.of(visitor), quality);
});

Then('what {visitor} was served does not contain: {line}', function (visitor: Visitor, text: string) {
  entering.checkNotServed(this.stage, visitor, text);
});
