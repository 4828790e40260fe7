import assert from 'node:assert';
import { test } from 'node:test';
import { sampleRequirements, sampleScenarios } from '../testing/sample';
import { coverageOf, rulingOf } from './coverage';
import { addressOf, citationOf, parseRequirements } from './requirements';

test('each requirement is covered, excused or missing', () => {
  const [file] = coverageOf(sampleRequirements, sampleScenarios());
  assert.deepEqual(
    file?.rows.map(({ state, verdict, scenarios }) => [state, verdict, scenarios.length]),
    [
      ['covered', 'error', 6],
      ['covered', 'warn', 1],
      ['excused', undefined, 0],
      ['missing', undefined, 0],
    ],
  );
  assert.deepEqual([file?.covered, file?.excused, file?.missing], [2, 1, 1]);
});

test('trouble rules, and a pass says more than what did not apply', () => {
  assert.equal(rulingOf(['pass', 'fail', 'warn']), 'fail');
  assert.equal(rulingOf(['notApplicable', 'pass', undefined]), 'pass');
  assert.equal(rulingOf([undefined]), undefined);
});

test('a requirement file is read with sections as written, and a bad row is named', () => {
  const rows = (row: string) =>
    parseRequirements(`rfc: 5321\ntitle: SMTP\nrequirements:\n  - ${row}\n`, 'rfc5321.yaml');
  const good = rows("{ id: R5321-3.3-8, section: '3.3', level: MUST, binds: server, line: 2, says: 'Yes.' }");
  assert.equal(good.rfc, '5321');
  assert.equal(good.requirements[0]?.section, '3.3');
  assert.throws(() => rows('{ id: R5321-3.3-8, level: MUST }'), /rfc5321\.yaml: row 1 \(R5321-3\.3-8\) needs/);
  assert.throws(() => rows('{ id'), /^SpecificationError: rfc5321\.yaml: /);
  assert.equal(parseRequirements('rfc: mailspec\nrequirements: []', 'mailspec.yaml').rfc, undefined);
});

test('a requirement knows where it stands', () => {
  assert.equal(citationOf({ id: 'R5321-4.5.2-a', section: '4.5.2' }), 'RFC 5321 §4.5.2');
  assert.equal(
    addressOf({ id: 'R5321-4.5.2-a', section: '4.5.2' }),
    'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.2',
  );
  assert.equal(addressOf({ id: 'R9051-E-1', section: 'E' }), 'https://www.rfc-editor.org/rfc/rfc9051#appendix-E');
  assert.equal(citationOf({ id: 'M-robust-x', section: 'robust' }), 'mailspec');
});
