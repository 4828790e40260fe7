/** Who made the run, for Allure: the CI engine's own variables say it. */

interface Executor {
  name: string;
  type: string;
  buildName?: string;
  buildUrl?: string;
  buildOrder?: number;
}

/** @param env of the process. @returns undefined where no CI engine says that it is one */
export function executorOf(env: Readonly<Record<string, string | undefined>>): Executor | undefined {
  if (env.GITHUB_ACTIONS === 'true') return gitHub(env);
  if (env.GITLAB_CI === 'true') return gitLab(env);
  if (env.JENKINS_URL) return jenkins(env);
  return undefined;
}

type Env = Parameters<typeof executorOf>[0];

function gitHub({ GITHUB_WORKFLOW, GITHUB_RUN_NUMBER, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: Env) {
  return {
    name: 'GitHub Actions',
    type: 'github',
    buildName: `${GITHUB_WORKFLOW ?? 'run'} #${GITHUB_RUN_NUMBER ?? ''}`,
    ...(GITHUB_REPOSITORY && { buildUrl: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}` }),
    ...orderOf(GITHUB_RUN_NUMBER),
  };
}

function gitLab({ CI_JOB_NAME, CI_PIPELINE_IID, CI_JOB_URL }: Env) {
  return {
    name: 'GitLab CI',
    type: 'gitlab',
    buildName: `${CI_JOB_NAME ?? 'job'} #${CI_PIPELINE_IID ?? ''}`,
    ...(CI_JOB_URL && { buildUrl: CI_JOB_URL }),
    ...orderOf(CI_PIPELINE_IID),
  };
}

function jenkins({ JOB_NAME, BUILD_NUMBER, BUILD_URL }: Env) {
  return {
    name: 'Jenkins',
    type: 'jenkins',
    buildName: `${JOB_NAME ?? 'job'} #${BUILD_NUMBER ?? ''}`,
    ...(BUILD_URL && { buildUrl: BUILD_URL }),
    ...orderOf(BUILD_NUMBER),
  };
}

/** By it Allure orders what it shows of several runs. */
function orderOf(number: string | undefined): { buildOrder?: number } {
  return number !== undefined && /^\d+$/.test(number) ? { buildOrder: Number(number) } : {};
}
