/** The states that scenarios start from, and what servers do to all sessions at once. */
import type { Start } from '../support/scenario/starts';
import { letPass } from '../support/scenario/time-passes';
import { Given, When } from './vocabulary';

Given('a(n) {session}', async function (start: Start) {
  await this.stage.openSession(start);
});

Given('a second {session}', async function (start: Start) {
  await this.stage.openSession(start, 2);
});

When('the time of {word} has passed', async function (what: string) {
  await letPass(this.stage, what);
});

When('the server restarts', async function () {
  await this.stage.target.restart();
});

When('the server is killed', async function () {
  await this.stage.target.kill();
});
