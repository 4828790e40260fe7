import assert from 'node:assert';
import type { RunResult } from './run-against';

/** Milliseconds that no scenario may take with replies bounded by 300 ms: a few replies, and room for a busy machine. */
const BOUND = 10_000;

/**
 * Every scenario ended within its bound with one of these verdicts (or does not apply), some with each of `some`, and the command
 * with the exit code that they demand.
 */
export function assertVerdicts({ scenarios, exitCode, output }: RunResult, expected: Expected): void {
  const allowed = [...expected.some, ...(expected.also ?? []), 'notApplicable'];
  for (const { id, verdict, reason, durationMs } of scenarios) {
    assert.ok(allowed.includes(verdict), `${id}: ${verdict} (${reason})`);
    assert.ok(durationMs < BOUND, `${id} took ${durationMs} ms`);
  }
  for (const verdict of expected.some) {
    assert.ok(
      scenarios.some((scenario) => scenario.verdict === verdict),
      `no scenario is ${verdict}:\n${output}`,
    );
  }
  for (const reason of expected.reasons ?? []) {
    assert.ok(
      scenarios.some((scenario) => scenario.reason?.match(reason)),
      `no reason is like ${reason}:\n${output}`,
    );
  }
  const has = (...verdicts: string[]) => scenarios.some(({ verdict }) => verdicts.includes(verdict));
  assert.strictEqual(exitCode, has('error') ? 3 : has('fail', 'blocked') ? 1 : 0, output);
}

export interface Expected {
  some: readonly string[];
  /** Verdicts that may be there as well. */
  also?: readonly string[];
  reasons?: readonly RegExp[];
}
