/** What is judged over the whole run: support/witness saw it, the reports judge it (CONTRIBUTING.md). */
import { attendTo } from '../support/scenario/attend';
import type { Rule } from '../support/witness/rules';
import { Then } from './vocabulary';

Then('every session of the run keeps the rule {rule}', async function (rule: Rule) {
  this.attach(...(await attendTo(this.stage, this.witness, rule)));
});
