import assert from 'node:assert/strict';
import { test } from 'node:test';
import { executorOf } from './executor';

test('the CI engine that runs it is named, with a link to the build and its number', () => {
  const github = {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKFLOW: 'mail',
    GITHUB_RUN_NUMBER: '12',
    GITHUB_RUN_ID: '99',
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: 'a/b',
  };
  assert.deepEqual(executorOf(github), {
    name: 'GitHub Actions',
    type: 'github',
    buildName: 'mail #12',
    buildUrl: 'https://github.test/a/b/actions/runs/99',
    buildOrder: 12,
  });
  const gitlab = {
    GITLAB_CI: 'true',
    CI_JOB_NAME: 'conformance',
    CI_PIPELINE_IID: '7',
    CI_JOB_URL: 'https://gl.test/1',
  };
  assert.deepEqual(
    [executorOf(gitlab)?.buildName, executorOf(gitlab)?.buildUrl],
    ['conformance #7', 'https://gl.test/1'],
  );
  assert.equal(executorOf({ JENKINS_URL: 'https://j.test/', JOB_NAME: 'j', BUILD_NUMBER: '3' })?.buildOrder, 3);
  assert.equal(executorOf({}), undefined);
});
