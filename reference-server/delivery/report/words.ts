/** What a report says to people (RFC 6522 §3: its first part). */

import { formatDate } from '../date';
import { acceptedAs, shownAddress } from './fields';
import { wrap } from './fold';
import type { Action, News, Subject } from './news';

const WORDS: Readonly<Record<Action, string>> = {
  failed: 'could not be delivered to',
  delayed: 'could not yet be delivered to',
  delivered: 'was delivered to',
  relayed: 'was handed to a server that does not report, for',
  expanded: 'was handed on to all who stand behind',
};

const SUBJECTS: readonly (readonly [Action, string])[] = [
  ['failed', 'Your message could not be delivered'],
  ['delayed', 'Your message could not yet be delivered'],
];

/** The worst comes first. */
export function subjectOf(news: readonly News[]): string {
  return SUBJECTS.find(([action]) => news.some((one) => one.action === action))?.[1] ?? 'Your message was delivered';
}

export function words({ arrived }: Subject, news: readonly News[], hostname: string, global: boolean): string[] {
  const until = news.flatMap(({ action, willRetryUntil }) =>
    action === 'delayed' && willRetryUntil !== undefined ? [willRetryUntil] : [],
  );
  return [
    `This is the mail server ${hostname}. Your message of ${formatDate(arrived)}`,
    '',
    ...news.flatMap(({ action, recipient, why }) => {
      const line = `  ${WORDS[action]} <${shownAddress(acceptedAs(recipient).text, global)}>`;
      return why === undefined ? [line] : [`${line}:`, ...wrap(why, '    ')];
    }),
    ...(until.length > 0
      ? ['', `It is tried again until ${formatDate(Math.max(...until))}; you need not send it again.`]
      : []),
  ];
}
