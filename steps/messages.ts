/** Messages: named, put into mailboxes, sent, and judged when they have arrived. */
import type { DataTable } from '@cucumber/cucumber';
import type { HostLabel } from '../support/outside/names';
import { assertTakenIn } from '../support/scenario/arrivals';
import { learnMailbox } from '../support/scenario/known-mailbox';
import { defineAnyMessage, defineMessage, messageToSend } from '../support/scenario/named-messages';
import { fillInbox, fillMailbox, sendMessage } from '../support/scenario/post';
import { assertDoesNotReceive, assertReceives, type Reader } from '../support/scenario/receive';
import { shareMailbox } from '../support/scenario/shared-mailbox';
import { soughtMail } from '../support/scenario/sought';
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

Given('a client knows the mailbox', async function () {
  await learnMailbox(this.stage);
});

Given('bob has the rights {rights} in the mailbox', async function (sets: string[]) {
  await shareMailbox(this.stage, sets);
});

When('{account} is sent the message {name}', async function (account: AccountName, name: string) {
  await sendMessage(this.stage, account, messageToSend(this.stage, name));
});

Then('{reader} receives {mail}', async function (reader: Reader, mail: string) {
  await assertReceives(this.stage, reader, mail);
});

Then('{reader} receives {mail} {int} time(s)', async function (reader: Reader, mail: string, times: number) {
  await assertReceives(this.stage, reader, mail, times);
});

Then('{host} receives {mail} in its {ordinal} transaction', async function (host: HostLabel, mail: string, n: number) {
  await assertTakenIn(this.stage, host, soughtMail(this.stage, mail), n);
});

Never('{reader} does not receive {mail}', async function (reader: Reader, mail: string) {
  await assertDoesNotReceive(this.stage, reader, mail);
});
