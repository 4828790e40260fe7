/** Turns a stream of cucumber's messages into scenario runs. One reader for each stream: ids are known within a stream only. */
import type {
  Attachment,
  Duration,
  Envelope,
  GherkinDocument,
  Pickle,
  TestCase,
  TestCaseFinished,
  TestCaseStarted,
  TestStep,
  TestStepFinished,
  Timestamp,
} from '@cucumber/messages';
import { OUTCOME_MEDIA_TYPE, outcomeOf, TESTIMONY_MEDIA_TYPE, TRANSCRIPT_MEDIA_TYPE, textOf } from './outcome';
import { keywordsOf, type Scenario, scenariosOf } from './scenario';
import type { ScenarioRun } from './scenario-run';

/** A run in the making. */
interface Open {
  run: ScenarioRun;
  testCase: TestCase;
}

export class MessageReader {
  private readonly documents = new Map<string, GherkinDocument>();
  private readonly keywords = new Map<string, string>();
  private readonly picklesOfUri = new Map<string, Pickle[]>();
  private readonly pickles = new Map<string, Pickle>();
  private readonly scenarios = new Map<string, Scenario>();
  private readonly testCases = new Map<string, TestCase>();
  private readonly open = new Map<string, Open>();
  private rest = '';

  /** @param onScenario called once for each scenario that finishes, in the order of the stream */
  constructor(private readonly onScenario: (run: ScenarioRun) => void) {}

  /** Takes text of the stream, cut anywhere. The last line counts only with its line end: a process may die while it writes. */
  push(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') this.take(JSON.parse(line) as Envelope);
  }

  /** The scenarios that had begun and did not finish. */
  get unfinished(): ScenarioRun[] {
    return [...this.open.values()].map(({ run }) => run);
  }

  private take(envelope: Envelope): void {
    if (envelope.testStepFinished) this.stepFinished(envelope.testStepFinished);
    else if (envelope.attachment) this.attached(envelope.attachment);
    else if (envelope.testCaseStarted) this.started(envelope.testCaseStarted);
    else if (envelope.testCaseFinished) this.finished(envelope.testCaseFinished);
    else if (envelope.testCase) this.testCases.set(envelope.testCase.id, envelope.testCase);
    else if (envelope.pickle) this.pickle(envelope.pickle);
    else if (envelope.gherkinDocument) this.document(envelope.gherkinDocument);
  }

  private document(document: GherkinDocument): void {
    this.documents.set(document.uri ?? '', document);
    for (const [id, keyword] of keywordsOf(document)) this.keywords.set(id, keyword);
  }

  private pickle(pickle: Pickle): void {
    this.pickles.set(pickle.id, pickle);
    const siblings = this.picklesOfUri.get(pickle.uri);
    if (siblings) siblings.push(pickle);
    else this.picklesOfUri.set(pickle.uri, [pickle]);
  }

  /** All pickles of a file stand before its first test case, so the ids of the file can be made then. */
  private scenario(pickleId: string): Scenario {
    const known = this.scenarios.get(pickleId);
    if (known) return known;
    const uri = this.pickles.get(pickleId)?.uri ?? '';
    const siblings = this.picklesOfUri.get(uri) ?? [];
    const document = this.documents.get(uri);
    if (document === undefined) throw new Error(`The messages name the pickle ${pickleId} but not its feature file.`);
    scenariosOf(document, siblings).forEach((scenario, index) => {
      this.scenarios.set(siblings[index]!.id, scenario);
    });
    return this.scenario(pickleId);
  }

  private started({ id, testCaseId, timestamp }: TestCaseStarted): void {
    const testCase = this.testCases.get(testCaseId);
    if (testCase === undefined)
      throw new Error(`The messages start the test case ${testCaseId}, which they do not define.`);
    const run: ScenarioRun = {
      scenario: this.scenario(testCase.pickleId),
      steps: [],
      outcomes: [],
      breaches: [],
      transcript: '',
      startedAt: new Date(millisecondsOf(timestamp)).toISOString(),
      durationMs: 0,
      finished: false,
    };
    this.open.set(id, { run, testCase });
  }

  private stepFinished({ testCaseStartedId, testStepId, testStepResult }: TestStepFinished): void {
    const open = this.open.get(testCaseStartedId);
    const step = open?.testCase.testSteps.find(({ id }) => id === testStepId);
    if (open === undefined || step === undefined) return;
    open.run.steps.push({
      text: this.textOfStep(open.testCase, step),
      status: testStepResult.status,
      durationMs: millisecondsOf(testStepResult.duration),
      ...(testStepResult.message === undefined ? {} : { message: testStepResult.message }),
    });
  }

  private textOfStep(testCase: TestCase, step: TestStep): string {
    const found = this.pickles.get(testCase.pickleId)?.steps.find(({ id }) => id === step.pickleStepId);
    if (found === undefined) return '(hook)';
    return `${this.keywords.get(found.astNodeIds[0] ?? '') ?? ''} ${found.text}`.trimStart();
  }

  private attached(attachment: Attachment): void {
    const run = this.open.get(attachment.testCaseStartedId ?? '')?.run;
    if (run === undefined) return;
    if (attachment.mediaType === OUTCOME_MEDIA_TYPE) {
      const outcome = outcomeOf(textOf(attachment));
      if (outcome.kind === 'rule') run.rule = outcome.code;
      else (outcome.kind === 'breach' ? run.breaches : run.outcomes).push(outcome);
    }
    if (attachment.mediaType === TESTIMONY_MEDIA_TYPE) run.testimony = JSON.parse(textOf(attachment));
    if (attachment.mediaType === TRANSCRIPT_MEDIA_TYPE) {
      run.transcript = run.transcript === '' ? textOf(attachment) : `${run.transcript}\n${textOf(attachment)}`;
    }
  }

  private finished({ testCaseStartedId, willBeRetried }: TestCaseFinished): void {
    const open = this.open.get(testCaseStartedId);
    if (open === undefined) return;
    this.open.delete(testCaseStartedId);
    if (willBeRetried) return;
    open.run.finished = true;
    // The messages' times are whole milliseconds; the steps' durations are finer.
    open.run.durationMs = open.run.steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
    this.onScenario(open.run);
  }
}

function millisecondsOf({ seconds, nanos }: Timestamp | Duration): number {
  return Number(seconds) * 1000 + nanos / 1e6;
}
