import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Requirement } from '../../reports/verdict/requirements';
import { rfcPage } from './rfc-page';
import type { Sources } from './sources';

const shown: Requirement = {
  id: 'R1939-5-a',
  section: '5',
  level: 'MUST',
  binds: 'server',
  says: 'STAT counts <them>.',
};
const same: Requirement = { ...shown, id: 'R1939-5-b', says: 'Likewise.', uncovered: 'same-as R1939-5-a' };
const file = { rfc: '1939', title: 'POP3', requirements: [shown, same] };
const sources: Sources = {
  files: [file],
  scenarios: [{ path: 'features/a.feature', line: 7, name: 'STAT of <what>', requirements: new Set([shown.id]) }],
  code: [3, 9].map((line) => ({ path: 'reference-server/stat.ts', rfc: '1939', section: '5', line })),
};

test('a sentence leads to its scenarios and to the code, or to the sentence that says the same', () => {
  const known = new Map([shown, same].map((row) => [row.id, row]));
  const page = rfcPage(file, sources, known, (path, line) => `${path}#L${line}`);
  assert.deepEqual(page.trimEnd().split('\n').slice(4), [
    '## [§5](https://www.rfc-editor.org/rfc/rfc1939#section-5)',
    '',
    '- <a id="R1939-5-a"></a>**R1939-5-a** MUST (server): STAT counts \\<them\\>.',
    '  - scenario: [STAT of \\<what\\>](features/a.feature#L7)',
    '  - code: [stat.ts:3](reference-server/stat.ts#L3), [9](reference-server/stat.ts#L9)',
    '- <a id="R1939-5-b"></a>**R1939-5-b** MUST (server): Likewise.',
    '  - no scenario: same-as [R1939-5-a](rfc1939.md#R1939-5-a)',
  ]);
});
