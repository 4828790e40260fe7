import assert from 'node:assert';
import { test } from 'node:test';
import { parseWritten } from '../messages/parse';
import { sampleRequirements } from '../testing/sample';
import { indexRequirements } from '../verdict/requirements';
import { explainRequirement, explainScenario } from './explain';

const FEATURE = `@needs-smtp
Feature: Order
  Rule: RCPT comes second
    @R5321-3.3-8 @MUST
    Scenario Outline: <state> it is refused
      Given an SMTP session <state>
      Then the dialogue is:
        """smtp
        C: RCPT TO:<\${alice}>
        S: 503
        """

      Examples:
        | state      |
        | after EHLO |
`;
const requirements = indexRequirements(sampleRequirements);
const [written] = parseWritten(FEATURE, 'features/smtp/order.feature');

test('a scenario is shown with its rule, its steps with values, and how to play it', () => {
  assert.equal(
    explainScenario(written!, requirements),
    `smtp/order#after-ehlo-it-is-refused: MUST

Order
RCPT comes second
after EHLO it is refused

RFC 5321 §3.3 MUST: RCPT outside is 503. (R5321-3.3-8)
Needs: @needs-smtp

  Given an SMTP session after EHLO
  Then the dialogue is:
    """smtp
    C: RCPT TO:<\${alice}>
    S: 503
    """

features/smtp/order.feature:15
npx mailspec run --id smtp/order#after-ehlo-it-is-refused

By hand: start \`npx mailspec serve\` (or take a server of yours), connect, and type what stands after C:
  nc -C 127.0.0.1 2025
The names in \${…} are explained in features/README.md.
`,
  );
});

test('a requirement is shown with its scenarios, or why it has none', () => {
  assert.equal(
    explainRequirement(requirements.get('R5321-3.3-8')!, [written!.scenario]),
    `R5321-3.3-8: RFC 5321 §3.3, MUST, binds the server

RCPT outside is 503.
https://www.rfc-editor.org/rfc/rfc5321#section-3.3

Scenarios:
  smtp/order#after-ehlo-it-is-refused

npx mailspec run --tags @R5321-3.3-8
`,
  );
  assert.match(explainRequirement(requirements.get('R5321-4.1.4-3')!, []), /No scenario: it binds the client, which/);
  const same = { ...requirements.get('R5321-4.1.4-3')!, uncovered: 'same-as R5321-3.3-8' };
  assert.match(explainRequirement(same, []), /it says what R5321-3\.3-8 says \(npx mailspec explain R5321-3\.3-8\)/);
});
