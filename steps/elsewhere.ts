/** The rest of the Internet, which the suite plays: domains, their mail servers, and what comes to them. */
import type { DataTable } from '@cucumber/cucumber';
import type { DomainWord, HostLabel } from '../support/outside/names';
import * as arrivals from '../support/scenario/arrivals';
import * as elsewhere from '../support/scenario/elsewhere';
import { submitMessage } from '../support/scenario/submit';
import { Given, Never, Then, When } from './vocabulary';

Given('the domain {domain} has mail servers:', async function (domain: DomainWord, table: DataTable) {
  await elsewhere.giveMailServers(this.stage, domain, table.hashes());
});

Given('the policy of {domain} is:', async function (domain: DomainWord, policy: string) {
  await elsewhere.givePolicy(this.stage, domain, policy);
});

Given('the policy host of {domain} answers {line}', async function (domain: DomainWord, answer: string) {
  await elsewhere.answerPolicy(this.stage, domain, answer);
});

Given('the name server says:', async function (table: DataTable) {
  await elsewhere.sayNames(this.stage, table.hashes() as never);
});

Given('{host} answers {line}', async function (host: HostLabel, behaviour: string) {
  await elsewhere.behave(this.stage, host, behaviour);
});

Given('{host} answers:', async function (host: HostLabel, dialogue: string) {
  await elsewhere.follow(this.stage, host, dialogue);
});

When('alice submits the message {name} to {line}', async function (name: string, recipients: string) {
  await submitMessage(this.stage, name, recipients);
});

Then('{host} was called before {host}', async function (first: HostLabel, second: HostLabel) {
  await arrivals.assertOrder(this.stage, first, second);
});

Never('{host} was not called', async function (host: HostLabel) {
  await arrivals.assertNotCalled(this.stage, host);
});

Then('{host} has nothing to complain of', async function (host: HostLabel) {
  await arrivals.assertNoComplaint(this.stage, host);
});

Then('the dialogue at {host} takes place', async function (host: HostLabel) {
  await arrivals.assertFollowed(this.stage, host);
});

Then('the name server was asked for {word} of {line}', async function (type: string, name: string) {
  await arrivals.assertAsked(this.stage, type, name);
});
