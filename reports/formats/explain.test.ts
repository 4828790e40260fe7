import assert from 'node:assert';
import { test } from 'node:test';
import { parseWritten } from '../messages/parse';
import { sampleRequirements, sampleResult, sampleRun } from '../testing/sample';
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
  (\${name}: a value that the suite fills in, or takes from what comes)

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

npx mailspec run R5321-3.3-8
`,
  );
  assert.match(explainRequirement(requirements.get('R5321-4.1.4-3')!, []), /No scenario: it binds the client, which/);
  const same = { ...requirements.get('R5321-4.1.4-3')!, uncovered: 'same-as R5321-3.3-8' };
  assert.match(explainRequirement(same, []), /it says what R5321-3\.3-8 says \(npx mailspec explain R5321-3\.3-8\)/);
});

test('a right dialogue, what goes wrong, and how it went the last time', () => {
  const last = sampleRun([
    sampleResult({ id: written!.scenario.id, verdict: 'fail', reason: '503 was expected, 250 came' }),
  ]);
  const mistakes = [{ name: 'smtp-x', mistake: 'RCPT is taken at any time.', reference: 'CVE-0' }];
  const text = explainRequirement(requirements.get('R5321-3.3-8')!, [written!.scenario], {
    example: written,
    mistakes,
    last,
  });
  assert.match(text, /A right server:\n {2}Given an SMTP session after EHLO\n/);
  assert.match(
    text,
    /What goes wrong:\n {2}RCPT is taken at any time\. Seen: CVE-0 \(npx mailspec serve --defect smtp-x makes it\)/,
  );
  assert.match(text, /The last run, against sample: 1 fail\n {2}smtp\/order#\S+: 503 was expected, 250 came\n/);
});
