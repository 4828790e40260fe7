/** Mistakes with what LIST finds and how it says so: patterns, references, INBOX, attributes, options (RFC 9051 §6.3.9, §7.3.1). */

import { statusLine } from '../../reference-server/imap/commands/status';
import { no } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import { patterns } from './listing';
import { mailboxIn, replacing } from './responses';
import { account, after, around, COMMON, defect, type ImapDefect, retyping, said } from './tools';

/** Writes the attributes of some names otherwise. */
function attributes(edit: (response: string, name: string) => string): ImapSeams {
  return {
    out(response) {
      const found = response.startsWith('* LIST ') ? mailboxIn(response) : undefined;
      return found ? edit(response, found.name) : response;
    },
  };
}

/** Takes a return option for the selection option of the same name. */
function returnSelecting(option: string): ImapSeams {
  return account((right) => ({
    list(request) {
      const asked = request.return.has(option);
      return right.list(asked ? { ...request, select: new Set([...request.select, option]) } : request);
    },
  }));
}

/** Whether a name fits one of these patterns, where a wildcard stands for one character at least. */
function fitsWithSomething(name: string, asked: readonly string[]): boolean {
  return asked.some((pattern) => {
    const literal = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${literal.replaceAll('*', '.+').replaceAll('%', '[^/]+')}$`, 's').test(name);
  });
}

export const listPatterns: readonly ImapDefect[] = [
  defect(
    'wildcards-need-something',
    'A wildcard stands for one character at least.',
    COMMON,
    account((right) => ({
      list: (request) => right.list(request).filter(({ name }) => !name || fitsWithSomething(name, request.patterns)),
    })),
  ),
  defect(
    'percent-at-end-only',
    '% is a wildcard at the end of a pattern only.',
    'https://github.com/emersion/go-imap/issues/66',
    patterns((pattern) => pattern.replace(/%(?=.)/g, '\0')),
  ),
  defect(
    'shell-patterns',
    '? and [a-z] are wildcards too.',
    COMMON,
    patterns((pattern) => pattern.replace(/\?|\[[^\]]*\]/g, '%')),
  ),
  defect(
    'list-nothing-no',
    'LIST that finds nothing is answered NO.',
    COMMON,
    account((right) => ({
      list(request) {
        const found = right.list(request);
        if (found.length === 0) throw no('There is nothing of that kind');
        return found;
      },
    })),
  ),
  defect(
    'list-checks-pattern',
    'LIST refuses a pattern that could be no name.',
    COMMON,
    around(['LIST'], async (_session, call, next) => {
      if (/ "?(?:\.\.|\/|~|#)|\/\//.test(said(call).replace(/ ""/, ''))) throw no('That is no name', 'CANNOT');
      return next();
    }),
  ),
  defect(
    'reference-ignored',
    'The reference of LIST is passed over.',
    COMMON,
    retyping(['LIST'], (text) => text.replace(/^( (?:\([^)]*\) )?)(?:"(?:[^"\\]|\\.)*"|[^ "(]+)(?= )/, '$1""')),
  ),
  defect(
    'reference-without-root',
    'LIST with a reference and an empty pattern is answered by nothing.',
    COMMON,
    around(['LIST'], async (_session, call, next) =>
      / ""$/.test(said(call)) && !/^ ""/.test(said(call)) ? { text: 'LIST completed' } : next(),
    ),
  ),
  defect(
    'inbox-not-listed',
    'INBOX is not listed.',
    'https://github.com/ProtonMail/gluon/issues/331',
    account((right) => ({ list: (request) => right.list(request).filter(({ name }) => name !== 'INBOX') })),
  ),
  defect(
    'inbox-always-listed',
    'INBOX is listed whatever the pattern is.',
    COMMON,
    after(['LIST'], (session) => session.untagged('LIST () "/" INBOX')),
  ),
  defect(
    'list-as-at-login',
    'LIST shows the mailboxes that there were at the login.',
    COMMON,
    account((right) => {
      const known = new Set(right.session.store.mailboxes.list(right.id).map(({ id }) => id));
      return { list: (request) => right.list(request).filter(({ mailbox }) => !mailbox || known.has(mailbox.id)) };
    }),
  ),
  defect(
    'marked-and-unmarked',
    'A name is \\Marked and \\Unmarked.',
    COMMON,
    attributes((response) => response.replace(/^\* LIST \(/, '* LIST (\\Marked \\Unmarked ').replace(' )', ')')),
  ),
  defect(
    'noselect-unmarked',
    'What cannot be selected is \\Unmarked.',
    COMMON,
    attributes((response) => response.replace(/^(\* LIST \([^)]*\\Noselect)/, '$1 \\Unmarked')),
  ),
  defect(
    'inbox-noinferiors-and-childless',
    'INBOX is \\Noinferiors and \\HasNoChildren.',
    'https://github.com/Webklex/php-imap/issues/480',
    attributes((response, name) =>
      name === 'INBOX' ? response.replace(/^\* LIST \([^)]*\)/, '* LIST (\\Noinferiors \\HasNoChildren)') : response,
    ),
  ),
  defect(
    'lsub-with-children',
    'LSUB tells of children.',
    COMMON,
    replacing(/^\* LSUB \(\)/, '* LSUB (\\HasNoChildren)'),
  ),
  defect(
    'extended-list-root',
    'Extended LIST with an empty pattern returns the root.',
    COMMON,
    account((right) => ({ list: (request) => right.list({ ...request, extended: false }) })),
  ),
  defect(
    'list-option-twice-no',
    'A return option that is given twice is refused.',
    COMMON,
    around(['LIST'], async (_session, call, next) => {
      if (/RETURN \((?:.* )?([\w-]+) \1[ )]/i.test(said(call))) throw no('Once is enough');
      return next();
    }),
  ),
  defect(
    'return-subscribed-selects',
    'RETURN (SUBSCRIBED) is taken for the selection option.',
    'https://github.com/jstedfast/MailKit/issues/1957',
    returnSelecting('SUBSCRIBED'),
  ),
  defect(
    'return-special-use-selects',
    'RETURN (SPECIAL-USE) is taken for the selection option.',
    COMMON,
    returnSelecting('SPECIAL-USE'),
  ),
  defect(
    'list-status-of-all',
    'RETURN (STATUS) tells the status of all mailboxes.',
    COMMON,
    after(['LIST'], (session, call) => {
      if (!/RETURN .*STATUS/i.test(said(call))) return;
      for (const mailbox of session.store.mailboxes.list(session.account!.id))
        session.untagged(statusLine(session, mailbox, session.account!.status(mailbox, ['MESSAGES'])));
    }),
  ),
];
