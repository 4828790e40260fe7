import assert from 'node:assert';
import { test } from 'node:test';
import { sampleInput, sampleResult, sampleRun } from '../testing/sample';
import { formatAnnotations } from './annotations';
import { formatCsv } from './csv';
import { formatCtrf } from './ctrf';

test('annotations: a cause each, escaped, and ten at most', () => {
  const fails = Array.from({ length: 30 }, (_, index) =>
    sampleResult({
      id: `smtp/order#${index}`,
      verdict: 'fail',
      code: `c${'x'.repeat(index)}`,
      reason: `50 %\nof it, ${'y'.repeat(index)}`,
    }),
  );
  const lines = formatAnnotations(sampleInput(sampleRun(fails)), 'my,own.yaml')
    .trimEnd()
    .split('\n');
  assert.equal(lines.length, 10);
  assert.match(
    lines[0] ?? '',
    /^::error file=my%2Cown\.yaml,title=mailspec%3A 50 %25%0Aof it%2C ::RFC 5321 §3\.3 MUST: .*%0A/,
  );
  assert.match(
    formatAnnotations(sampleInput(sampleRun(fails))),
    /^::error file=features\/smtp\/order\.feature,line=10,/,
  );
});

test('annotations: what the baseline lists is not told, a lost shard is', () => {
  const known = sampleResult({ verdict: 'fail', code: 'c', reason: 'r' });
  const entries = [{ id: known.id, verdict: 'fail' as const, why: 'known' }];
  assert.equal(formatAnnotations(sampleInput(sampleRun([known]), { target: '', entries })), '');
  const lost = sampleRun([sampleResult()], { endedEarly: 'shard 3 of 4 of sample is missing' });
  assert.equal(
    formatAnnotations(sampleInput(lost)),
    '::error title=mailspec%3A the run ended early::shard 3 of 4 of sample is missing\n',
  );
});

test('CTRF: what is no plain pass keeps its verdict in rawStatus', () => {
  const { results, reportFormat } = JSON.parse(formatCtrf(sampleInput()));
  assert.equal(reportFormat, 'CTRF');
  const { tests, passed, failed, skipped, pending, other } = results.summary;
  assert.deepEqual([tests, passed, failed, skipped, pending, other], [7, 3, 2, 1, 0, 1]);
  const warned = results.tests.find(({ rawStatus }: { rawStatus: string }) => rawStatus === 'warn');
  assert.deepEqual([warned.status, warned.line, warned.filePath], ['passed', 10, 'features/smtp/order.feature']);
});

test('CSV: a line for each scenario', () => {
  const [head, first] = formatCsv(sampleRun()).split('\r\n');
  assert.equal(head, 'id,verdict,level,requirements,code,reason,file,line,milliseconds,title');
  assert.equal(
    first,
    'smtp/order#rcpt-before-mail,pass,MUST,R5321-3.3-8,,,features/smtp/order.feature,10,2,RCPT before MAIL',
  );
});
