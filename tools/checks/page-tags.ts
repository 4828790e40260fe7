/** The tags on the page: every tag that a scenario has is one of its forms, and every form is one that somebody reads. */

import type { Scenario } from '../../reports/messages/scenario';
import { NEEDS } from '../../support/scenario/needs';
import { ACCOUNTS } from '../../support/scenario/values';
import { ALL_PROFILES } from '../../support/targets/embedded';
import { SERVICES } from '../../support/targets/services';
import type { Finding } from './finding';
import type { PageRow } from './page-tables';

/** What may stand for a placeholder of a form. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  service: SERVICES.join('|'),
  account: ACCOUNTS.join('|'),
  profile: ALL_PROFILES.join('|'),
  limit: 'errors|bad-logins|connections',
  time: 'retry|give-up|silence|greylisting|greylisting-ends|rate',
  rfc: '\\d+',
  section: '[0-9A-Z.]+',
  number: '\\d+|[a-z]{1,2}',
};

/** Read by reports (levels, ids), by the plan of a run, by `--safe`, by the proofs of mistakes. */
const READ_ELSEWHERE = [
  'MUST',
  'SHOULD',
  'MAY',
  'R',
  'M',
  'chapter',
  'was',
  'hostile',
  'strain',
  'spends',
  'to',
  'slow',
  'profile',
  'else',
];

export function checkTags(rows: readonly PageRow[], scenarios: readonly Scenario[]): Finding[] {
  const forms = rows.flatMap(({ keys, line }) => keys.map((form) => ({ form, line, pattern: patternOf(form) })));
  const unlisted = new Map<string, string>();
  for (const { tags, uri, line } of scenarios) {
    for (const tag of tags) if (!forms.some(({ pattern }) => pattern.test(tag))) unlisted.set(tag, `${uri}:${line}`);
  }
  const page = (line: number) => `features/README.md:${line}`;
  const needs = forms.flatMap(({ form }) => /^@needs-(\w+)/.exec(form)?.[1] ?? []);
  return [
    ...[...unlisted].map(([tag, at]) => ({ at, message: `${tag} is none of the tags of features/README.md` })),
    ...forms
      .filter(({ form }) => !isRead(form))
      .map(({ form, line }) => ({ at: page(line), message: `a tag that nothing reads: ${form}` })),
    ...Object.keys(NEEDS)
      .filter((need) => !needs.includes(need))
      .map((need) => ({ at: page(1), message: `tag that is not on the page: @needs-${need}` })),
  ];
}

function patternOf(form: string): RegExp {
  const parts = form.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name === undefined ? part : `(?:${PLACEHOLDERS[name] ?? '\\S+'})`;
  });
  return new RegExp(`^${parts.join('')}$`);
}

function isRead(form: string): boolean {
  const need = /^@needs-(?:(\w+)|\{service\})/.exec(form);
  if (need !== null) return need[1] === undefined || Object.hasOwn(NEEDS, need[1]);
  return READ_ELSEWHERE.includes(/^@(\w+?)(?:$|[-{])/.exec(form)?.[1] ?? '');
}
