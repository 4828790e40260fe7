import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scenario } from '../reports/messages/scenario';
import { pageText, type Row, rowFaults } from './chapter';

const shown: Row = { id: 'pop-1', says: 'a user logs in', where: 'pop3/login' };
const missing: Row = { id: 'web-1', says: 'a browser reads', where: 'webmail', without: 'Not built.' };
const scenario = (...tags: string[]) =>
  ({ tags, uri: 'features/pop3/login.feature', line: 7, rule: 'A user logs in' }) as unknown as Scenario;
const faults = (rows: Row[], ...scenarios: Scenario[]) => rowFaults(rows, scenarios).map(({ message }) => message);

test('a row has scenarios, or says why not', () => {
  assert.deepEqual(faults([shown, missing], scenario('@chapter-pop-1')), []);
  assert.deepEqual(faults([shown]), ['pop-1 has no scenario and does not say why (without)']);
  assert.deepEqual(faults([missing], scenario('@chapter-web-1')), ['web-1 has scenarios, yet says “without”']);
});

test('a tag names a row', () => {
  assert.deepEqual(faults([], scenario('@chapter-pop-9')), ['@chapter-pop-9 is no row of features/chapter.yaml']);
});

test('the page shows what there is and what there is not', () => {
  const page = pageText([shown, missing], [scenario('@chapter-pop-1')]);
  assert.match(page, /1 of 2 rows/);
  assert.match(page, /\| web-1 \| a browser reads \| Not built\. \|/);
  assert.match(
    page,
    /## pop-1\n\na user logs in\. \(pop3\/login\)\n\n- \[pop3\/login\.feature\]\(pop3\/login\.feature\)\n {2}- A user logs in \(1 scenario\)/,
  );
});
