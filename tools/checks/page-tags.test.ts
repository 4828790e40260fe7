import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scenario } from '../../reports/messages/scenario';
import { checkTags } from './page-tags';

const NEEDS = [
  'delivery',
  'clear-{service}-{capability}',
  'accounts-{number}',
  'outside',
  'outside-dns',
  'trusted-client',
  'stranger',
  'restart',
  'unknown',
  'spaces-{account}',
  'token-{account}',
  'expired-token-{account}',
  'small-letters-{account}',
  'limit-{limit}-{number}',
  'policy-{policy}',
  'timing-{time}',
  'alias-{kind}',
  'webmail',
  'timers',
];
const FORMS = ['@MUST', '@needs-{service}', '@profile-{profile}', ...NEEDS.map((need) => `@needs-${need}`)];

const found = (forms: string[], ...tags: string[]) => {
  const scenario = { tags, uri: 'features/a.feature', line: 3 } as unknown as Scenario;
  return checkTags([{ line: 7, keys: forms, cells: [] }], [scenario]).map(({ message }) => message);
};

test('tags of the forms on the page', () => {
  assert.deepEqual(found(FORMS, '@MUST', '@needs-imap', '@needs-accounts-3', '@profile-small-quota'), []);
});

test('a tag that is on no page, or names what there is not', () => {
  for (const tag of ['@quick', '@needs-nntp', '@profile-none', '@needs-spaces-eve', '@needs-limit-love-3'])
    assert.deepEqual(found(FORMS, tag), [`${tag} is none of the tags of features/README.md`]);
});

test('a form that nothing reads, and a need that is not on the page', () => {
  assert.deepEqual(found([...FORMS, '@needs-hurry-{name}', '@quick']), [
    'a tag that nothing reads: @needs-hurry-{name}',
    'a tag that nothing reads: @quick',
  ]);
  assert.deepEqual(found(FORMS.filter((form) => form !== '@needs-unknown')), [
    'tag that is not on the page: @needs-unknown',
  ]);
});
