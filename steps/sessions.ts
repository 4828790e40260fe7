/** The states that scenarios start from, and what servers do to all sessions at once. */
import type { Start } from '../support/scenario/starts';
import { letPass, type Span } from '../support/scenario/time-passes';
import { Given, When } from './vocabulary';

Given('a(n) {session}', async function (start: Start) {
  await this.stage.openSession(start);
});

Given('a second {session}', async function (start: Start) {
  await this.stage.openSession(start, 2);
});

When('{span} has/have passed', async function (span: Span) {
  await letPass(this.stage, span);
});

When('the server restarts', async function () {
  await this.stage.target.restart();
});

When('the server is killed', async function () {
  await this.stage.target.kill();
});
