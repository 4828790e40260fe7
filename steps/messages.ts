/** Messages: named, put into mailboxes, sent, and judged when they have arrived. */
import type { DataTable } from '@cucumber/cucumber';
import { defineAnyMessage, defineMessage, messageToSend } from '../support/scenario/named-messages';
import { assertArrived, assertNotArrived, fillInbox, fillMailbox, sendMessage } from '../support/scenario/post';
import type { AccountName } from '../support/targets/target';
import { Given, Never, Then, When } from './vocabulary';

Given('the message {name}:', function (name: string, text: string) {
  defineMessage(this.stage, name, text);
});

Given('the message {name}', function (name: string) {
  defineMessage(this.stage, name);
});

Given('any message {name}', function (name: string) {
  defineAnyMessage(this.stage, name);
});

Given('any message {name} of {int} octets', function (name: string, octets: number) {
  defineAnyMessage(this.stage, name, { octets });
});

Given('any message {name} from {account}', function (name: string, from: AccountName) {
  defineAnyMessage(this.stage, name, { from });
});

Given("{account}'s inbox holds:", async function (account: AccountName, table: DataTable) {
  await fillInbox(this.stage, account, table.hashes());
});

Given("{account}'s inbox is empty", async function (account: AccountName) {
  await fillInbox(this.stage, account, []);
});

Given('the mailbox holds:', async function (table: DataTable) {
  await fillMailbox(this.stage, table.hashes());
});

When('{account} is sent the message {name}', async function (account: AccountName, name: string) {
  await sendMessage(this.stage, account, messageToSend(this.stage, name));
});

Then('{account} receives the message {message}', async function (account: AccountName, message: string) {
  await assertArrived(this.stage, account, message);
});

Then(
  '{account} receives the message {message} {int} time(s)',
  async function (account: AccountName, message: string, times: number) {
    await assertArrived(this.stage, account, message, times);
  },
);

Never('{account} does not receive the message {message}', async function (account: AccountName, message: string) {
  await assertNotArrived(this.stage, account, message);
});
