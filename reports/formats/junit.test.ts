import assert from 'node:assert';
import { test } from 'node:test';
import { sampleInput, sampleResult, sampleRun, sampleScenarios } from '../testing/sample';
import { formatJunit } from './junit';

test('a pass and a fail', () => {
  const fail = { id: 'smtp/order#x', verdict: 'fail', code: 'c', reason: 'came <250>', detail: 'a\u0000b' } as const;
  const run = sampleRun([sampleResult(), sampleResult(fail)]);
  assert.equal(
    formatJunit(sampleInput(run)),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mailspec against sample" tests="2" failures="1" errors="0" skipped="0" time="0.003">
  <testsuite name="smtp/order" tests="2" failures="1" errors="0" skipped="0" time="0.003" timestamp="2024-01-02T03:04:05.000Z">
    <testcase classname="smtp/order" name="RCPT before MAIL" time="0.002" file="features/smtp/order.feature" line="10">
      <properties>
        <property name="id" value="smtp/order#rcpt-before-mail"/>
        <property name="level" value="MUST"/>
        <property name="verdict" value="pass"/>
        <property name="requirement" value="R5321-3.3-8"/>
      </properties>
    </testcase>
    <testcase classname="smtp/order" name="RCPT before MAIL" time="0.002" file="features/smtp/order.feature" line="10">
      <properties>
        <property name="id" value="smtp/order#x"/>
        <property name="level" value="MUST"/>
        <property name="verdict" value="fail"/>
        <property name="requirement" value="R5321-3.3-8"/>
      </properties>
      <failure message="fail: came &lt;250&gt;" type="c">RFC 5321 §3.3 MUST: RCPT outside is 503. (R5321-3.3-8)

a\uFFFDb

mailspec run --target my.yaml --seed 7 --id smtp/order#x</failure>
      <system-out>fail: came &lt;250&gt;

0.1 C: RCPT TO:&lt;a@example.test&gt;
0.9 S: 503 No</system-out>
    </testcase>
  </testsuite>
</testsuites>
`,
  );
});

test('a warning and a choice pass, what does not apply is skipped', () => {
  const xml = formatJunit(sampleInput());
  assert.match(xml, /<testsuites name="[^"]*" tests="7" failures="2" errors="1" skipped="1"/);
  assert.match(xml, /<skipped message="not applicable: needs SIZE" type="no-capability"\/>/);
  assert.match(xml, /<system-out>warn: asked 250, came 502/);
});

test('what the baseline lists is skipped', () => {
  const listed = sampleScenarios().find(({ verdict }) => verdict === 'fail')!.id;
  const entries = [{ id: listed, verdict: 'fail' as const, why: 'known' }];
  assert.match(formatJunit(sampleInput(sampleRun(), { target: '', entries })), /failures="1" errors="1" skipped="2"/);
});
