/** The states that scenarios start from, and what servers do to all sessions at once. */
import type { ProtocolName } from '../support/dialogue/dialogue';
import { Given, When } from './vocabulary';

// “an SMTP”, “an LMTP”, “a POP3”, “an IMAP”
Given('a(n) {protocol} session {line}', async function (protocol: ProtocolName, state: string) {
  await this.stage.openSession(protocol, state);
});

Given('a second {protocol} session {line}', async function (protocol: ProtocolName, state: string) {
  await this.stage.openSession(protocol, state, 2);
});

When('the server restarts', async function () {
  await this.stage.target.restart();
});
