import assert from 'node:assert';
import { test } from 'node:test';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type Envelope, IdGenerator } from '@cucumber/messages';
import { MessageReader } from './reader';
import type { ScenarioRun } from './scenario-run';

const FEATURE = `@needs-smtp
Feature: Order
  Rule: In order only
    Background:
      Given a session
    @R5321-3.3-8 @MUST @was-smtp/old#rcpt-first
    Scenario: RCPT before MAIL
      Then it is refused
    @R5321-4.1.4-14 @SHOULD
    Scenario Outline: <verb> too early
      Then <verb> is refused
      Examples:
        | verb |
        | DATA |
        | BDAT |
`;

/** The messages of a run in which each scenario's last step ends as `status` says for its title. */
function messagesOf(source: string, uri: string, status: (name: string) => string): Envelope[] {
  const newId = IdGenerator.uuid();
  const document = { ...new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(source), uri };
  const pickles = compile(document, uri, newId);
  const head: unknown[] = [{ gherkinDocument: document }, ...pickles.map((pickle) => ({ pickle }))];
  const tail = pickles.flatMap((pickle): unknown[] => {
    const testSteps = pickle.steps.map((step) => ({ id: newId(), pickleStepId: step.id }));
    const testCase = { id: newId(), pickleId: pickle.id, testSteps };
    const testCaseStartedId = newId();
    const at = (seconds: number) => ({ seconds, nanos: 0 });
    const finished = testSteps.map(({ id }, index) => ({
      testStepFinished: {
        testCaseStartedId,
        testStepId: id,
        testStepResult: {
          status: index === testSteps.length - 1 ? status(pickle.name) : 'PASSED',
          duration: { seconds: 0, nanos: 2_000_000 },
        },
      },
    }));
    const outcome = JSON.stringify({ kind: 'mismatch', code: 'status-differs', reason: 'asked 503, came 250' });
    const attach = (mediaType: string, body: string, contentEncoding = 'IDENTITY') => ({
      attachment: { testCaseStartedId, mediaType, body, contentEncoding },
    });
    return [
      { testCase },
      { testCaseStarted: { id: testCaseStartedId, testCaseId: testCase.id, attempt: 0, timestamp: at(1) } },
      attach('text/vnd.mailspec.transcript', 'C: RCPT'),
      ...(status(pickle.name) === 'FAILED'
        ? [attach('application/vnd.mailspec.outcome+json', Buffer.from(outcome).toString('base64'), 'BASE64')]
        : []),
      ...finished,
      { testCaseFinished: { testCaseStartedId, willBeRetried: false, timestamp: at(3) } },
    ];
  });
  return [...head, ...tail] as Envelope[];
}

function read(text: string, size = text.length): { runs: ScenarioRun[]; reader: MessageReader } {
  const runs: ScenarioRun[] = [];
  const reader = new MessageReader((run) => runs.push(run));
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
  return { runs, reader };
}

const envelopes = messagesOf(FEATURE, 'features/smtp/order.feature', (name) =>
  name.startsWith('DATA') ? 'FAILED' : 'PASSED',
);
const text = envelopes.map((envelope) => `${JSON.stringify(envelope)}\n`).join('');

test('a stream becomes scenario runs with ids that do not depend on the messages own ids', () => {
  const { runs } = read(text);
  assert.deepEqual(
    runs.map(({ scenario }) => [scenario.id, scenario.line, scenario.level, scenario.requirements]),
    [
      ['smtp/order#rcpt-before-mail', 7, 'MUST', ['R5321-3.3-8']],
      ['smtp/order#data-too-early', 14, 'SHOULD', ['R5321-4.1.4-14']],
      ['smtp/order#bdat-too-early', 15, 'SHOULD', ['R5321-4.1.4-14']],
    ],
  );
  const [first, second] = runs;
  assert.equal(first?.scenario.rule, 'In order only');
  assert.deepEqual(first?.scenario.was, ['smtp/old#rcpt-first']);
  assert.deepEqual(
    first?.steps.map((step) => step.text),
    ['Given a session', 'Then it is refused'],
  );
  assert.equal(first?.durationMs, 4);
  assert.equal(first?.transcript, 'C: RCPT');
  assert.equal(second?.outcomes[0]?.code, 'status-differs');
});

test('the stream may be cut anywhere', () => {
  assert.deepEqual(read(text, 7).runs, read(text).runs);
});

test('a scenario whose end is missing is unfinished, even when its last line is torn', () => {
  const torn = text.slice(0, text.lastIndexOf('{"testCaseFinished"') + 30);
  const { runs, reader } = read(torn);
  assert.equal(runs.length, 2);
  assert.deepEqual(
    reader.unfinished.map(({ scenario, finished }) => [scenario.id, finished]),
    [['smtp/order#bdat-too-early', false]],
  );
});

test('an outcome that breaks the contract is an error that shows it', () => {
  const [attachment] = envelopes.filter(({ attachment }) => attachment?.mediaType.includes('outcome'));
  const broken = text.replaceAll(
    String(attachment?.attachment?.body),
    Buffer.from('{"kind":"odd"}').toString('base64'),
  );
  const outcome = read(broken).runs.flatMap(({ outcomes }) => outcomes)[0];
  assert.equal(outcome?.kind, 'error');
  assert.match(outcome?.reason ?? '', /odd/);
});
