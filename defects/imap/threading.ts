/** Mistakes with THREAD (RFC 5256). */

import type { Ordered } from '../../reference-server/imap/order/ordered';
import { references } from '../../reference-server/imap/order/references';
import { orderedSubject, type Thread } from '../../reference-server/imap/order/threads';
import type { ImapSeams } from '../../reference-server/imap/seams';
import { messageIds } from '../../reference-server/mime/message-id';
import { replacing, withholding } from './responses';
import { COMMON, defect, type ImapDefect, parsing, retyping, selected, withHead } from './tools';

const THREADS = ['THREAD', 'UID THREAD'];

/** Puts conversations together by references from other messages than there are. */
function referring(edit: (messages: readonly Ordered[]) => Ordered[]): ImapSeams {
  return selected((right) => ({
    thread: (key, threading) =>
      right.thread(key, threading === references ? (messages) => threading(edit(messages)) : threading),
  }));
}

/** One behind the other. */
function chained([first, ...others]: readonly Thread[]): Thread[] {
  return first ? [{ message: first.message, children: chained([...first.children, ...others]) }] : [];
}

export const threading: readonly ImapDefect[] = [
  defect(
    'thread-searches-all',
    'THREAD threads the whole mailbox, whatever was searched for.',
    COMMON,
    retyping(THREADS, (text) => text.replace(/^( \S+ \S+) (?!NOSUCH).+$/i, '$1 ALL')),
  ),
  defect(
    'thread-subject-chain',
    'ORDEREDSUBJECT puts each message below the one before.',
    'https://datatracker.ietf.org/doc/html/rfc5256#section-3',
    selected((right) => ({
      thread: async (key, threading) => {
        const threads = await right.thread(key, threading);
        if (threading !== orderedSubject) return threads;
        return threads.map(({ message, children }) => ({ message, children: chained(children) }));
      },
    })),
  ),
  defect(
    'thread-quotes-count',
    'An identifier in quotes is another one.',
    COMMON,
    parsing(() => ({ messageIds: (value) => [...value.matchAll(/<([^<>]+@[^<>]+)>/g)].map(([, id]) => id!) })),
  ),
  defect(
    'thread-first-reference',
    'A message is an answer to the first of its References.',
    COMMON,
    parsing(() => ({ messageIds: (value) => messageIds(value).slice(0, 1) })),
  ),
  defect(
    'thread-addresses-are-identifiers',
    'What has an @ in it is an identifier, in brackets or not.',
    COMMON,
    parsing(() => ({
      messageIds: (value) =>
        value.includes('<') ? messageIds(value) : value.includes('@') ? ['first@example.org'] : [],
    })),
  ),
  defect(
    'thread-references-alone',
    'Only References count: In-Reply-To and subjects do not.',
    COMMON,
    referring((messages) =>
      messages.map((message) =>
        withHead(message, {
          references: message.head.references.length === 1 ? [] : message.head.references,
          subject: `${message.uid}`,
        }),
      ),
    ),
  ),
  defect(
    'thread-subjects-unheeded',
    'Conversations about the same are not merged.',
    COMMON,
    referring((messages) => messages.map((message) => withHead(message, { subject: `${message.uid}` }))),
  ),
  defect(
    'thread-answers-beside',
    'An answer by its subject stands beside what it answers.',
    COMMON,
    referring((messages) => messages.map((message) => withHead(message, { reply: false }))),
  ),
  defect(
    'thread-no-subject-is-one',
    'Messages without a subject are about the same.',
    COMMON,
    referring((messages) => messages.map((message) => withHead(message, { subject: message.head.subject || ' ' }))),
  ),
  defect(
    'thread-orphans-alone',
    'Who answers a message that is not here stands alone.',
    COMMON,
    referring((messages) => {
      const here = new Set(messages.map(({ head }) => head.id));
      return messages.map((message) =>
        withHead(message, {
          references: message.head.references.filter((id) => here.has(id)),
          subject: here.has(message.head.references[0]) ? message.head.subject : `${message.uid}`,
        }),
      );
    }),
  ),
  defect(
    'thread-last-of-an-identifier',
    'An identifier that two messages have is that of the last.',
    COMMON,
    referring((messages) => {
      const last = new Map(messages.map(({ uid, head }) => [head.id, uid]));
      return messages.map((message) =>
        last.get(message.head.id) === message.uid ? message : withHead(message, { id: undefined, references: [] }),
      );
    }),
  ),
  defect(
    'thread-to-itself',
    'A message that refers to itself is not there.',
    COMMON,
    referring((messages) => messages.filter(({ head }) => head.id === undefined || !head.references.includes(head.id))),
  ),
  defect(
    'thread-nothing-untold',
    'Where nothing was found there is no THREAD response.',
    COMMON,
    withholding(/^\* THREAD\r\n/),
  ),
  defect(
    'thread-single-answer-in-parentheses',
    'A single answer stands in parentheses, as several do.',
    COMMON,
    replacing(/^(\* THREAD .*?)(\d+) (\d+)\)/, '$1$2 ($3))'),
  ),
];
