/** Mistakes with access control lists: how they are told and changed (RFC 4314 §3, RFC 8440). */

import { bad, no } from '../../reference-server/imap/refusal';
import { replacing, withholding } from './responses';
import { account, around, COMMON, defect, type ImapDefect, refusing, retyping } from './tools';

const LISTS = ['GETACL', 'SETACL', 'DELETEACL', 'LISTRIGHTS', 'MYRIGHTS'];

export const rights: readonly ImapDefect[] = [
  defect('acl-rights-unannounced-x', 'RIGHTS= lacks x.', COMMON, replacing(/ RIGHTS=kxte/, ' RIGHTS=kte')),
  defect(
    'acl-rights-announced-all',
    'RIGHTS= has all rights.',
    COMMON,
    replacing(/ RIGHTS=kxte/, ' RIGHTS=lrswipkxtea'),
  ),
  defect('acl-in-capitals', 'The commands of access control lists are known in capitals alone.', COMMON, {
    around: (_session, { name, sentName }, next) => {
      if (LISTS.includes(name) && sentName !== name) throw bad('I do not know that');
      return next();
    },
  }),
  defect('acl-told-in-capitals', 'Rights are told in capitals.', COMMON, {
    out: (response) =>
      response.replace(/^(\* MYRIGHTS \S+ )(\w+)\r/, (_all, before, letters) => `${before}${letters.toUpperCase()}\r`),
  }),
  defect(
    'acl-without-obsolete',
    'c and d are not told beside what they stand for.',
    'https://github.com/stalwartlabs/stalwart/issues/2762',
    {
      out: (response) => response.replace(/^(\* (?:MYRIGHTS|ACL) .*)/, (all) => all.replace(/c?d?$/, '')),
    },
  ),
  defect('acl-pairs-in-parentheses', 'Pairs of ACL stand in parentheses.', COMMON, {
    out: (response) => response.replace(/^(\* ACL \S+ )(.*)\r/, '$1($2)\r'),
  }),
  defect('acl-untold', 'GETACL tells nothing.', COMMON, withholding(/^\* ACL /)),
  defect('acl-myrights-untold', 'MYRIGHTS tells nothing.', COMMON, withholding(/^\* MYRIGHTS /)),
  defect(
    'acl-myrights-of-owner',
    'MYRIGHTS tells of everybody what the owner may do.',
    COMMON,
    replacing(/^(\* MYRIGHTS \S+) \S*\r/, '$1 lrswipkxteacd\r'),
  ),
  defect('acl-listrights-twice', 'LISTRIGHTS has rights that are always there among the others, too.', COMMON, {
    out: (response) => response.replace(/^(\* LISTRIGHTS .*)\r/, '$1 l\r'),
  }),
  defect(
    'acl-listrights-canonical',
    'LISTRIGHTS names the mailbox alone where it should name whom it is about.',
    COMMON,
    {
      out: (response) => response.replace(/^(\* LISTRIGHTS \S+) \S+@\S+ /, '$1 somebody '),
    },
  ),
  defect(
    'acl-set-adds',
    'SETACL without a sign adds rights.',
    COMMON,
    account((right) => ({
      setRights: (mailbox, identifier, mode, letters) =>
        right.setRights(mailbox, identifier, mode === '=' && letters !== '' ? '+' : mode, letters),
    })),
  ),
  defect(
    'acl-plus-replaces',
    'SETACL with a plus puts the rights in the place of those that there were.',
    COMMON,
    account((right) => ({
      setRights: (mailbox, identifier, mode, letters) =>
        right.setRights(mailbox, identifier, mode === '+' ? '=' : mode, letters),
    })),
  ),
  defect(
    'acl-minus-empties',
    'SETACL with a minus takes away all.',
    COMMON,
    account((right) => ({
      setRights: (mailbox, identifier, mode, letters) =>
        right.setRights(mailbox, identifier, mode === '-' ? '=' : mode, mode === '-' ? '' : letters),
    })),
  ),
  defect(
    'acl-unknown-right-ignored',
    'Letters that are no rights are passed over.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/368',
    retyping(['SETACL'], (text) =>
      text.replace(
        / ([+-]?)([A-Za-z+]+)$/,
        (_all, sign, letters) => ` ${sign}${letters.replace(/[^lrswipkxteacd]/g, '') || '""'}`,
      ),
    ),
  ),
  defect(
    'acl-d-is-nothing',
    'd and c are taken, and give nothing.',
    COMMON,
    account((right) => ({
      setRights: (mailbox, identifier, mode, letters) =>
        right.setRights(mailbox, identifier, mode, letters.replace(/[cd]/g, '')),
    })),
  ),
  defect(
    'acl-delete-keeps',
    'DELETEACL is answered OK and deletes nothing.',
    COMMON,
    around(['DELETEACL'], async () => ({ text: 'DELETEACL completed' })),
  ),
  defect(
    'acl-delete-takes-negative',
    'DELETEACL of a user deletes the negative rights of that user, too.',
    COMMON,
    account((right) => ({
      setRights(mailbox, identifier, mode, letters) {
        right.setRights(mailbox, identifier, mode, letters);
        if (mode === '=' && letters === '' && !identifier.negative)
          right.setRights(mailbox, { ...identifier, kept: `-${identifier.who}`, negative: true }, '=', '');
      },
    })),
  ),
  defect(
    'acl-nobody-refused',
    'An identifier that is none is answered NO.',
    COMMON,
    around(['SETACL', 'DELETEACL', 'LISTRIGHTS'], async (_session, _call, next) => {
      try {
        return await next();
      } catch (error) {
        throw (error as Error).message === 'That is no identifier' ? no('Nobody') : error;
      }
    }),
  ),
  defect(
    'acl-identifier-unprepared',
    'Identifiers are taken as they come.',
    COMMON,
    account((right) => ({
      setRights: (mailbox, identifier, mode, letters) =>
        right.setRights(
          mailbox,
          { ...identifier, kept: /^[\x20-\x7e]*$/.test(identifier.given) ? identifier.kept : identifier.given },
          mode,
          letters,
        ),
    })),
  ),
  defect(
    'acl-hidden-is-told',
    'NOPERM shows that there is a mailbox which nobody else shall know of.',
    COMMON,
    account((right) => ({
      permitted(mailbox, oneOf) {
        if (mailbox && !right.may(mailbox, oneOf)) throw no('You may not do that there', 'NOPERM');
        return right.permitted(mailbox, oneOf);
      },
    })),
  ),
  defect(
    'acl-nonexistent-has-rights',
    'MYRIGHTS and GETACL of a mailbox that there is not are answered OK.',
    COMMON,
    refusing(['MYRIGHTS', 'GETACL'], ['NONEXISTENT'], (_session, { name }) => ({ text: `${name} completed` })),
  ),
  defect(
    'acl-list-myrights-first',
    'LIST RETURN (MYRIGHTS) tells rights before the mailbox that they are of.',
    COMMON,
    {
      out(response, session, command) {
        if (command?.name !== 'LIST' || !/^\* LIST /.test(response)) return response;
        const found = session.account!.find('INBOX');
        return found && / INBOX\r/.test(response) ? `* MYRIGHTS INBOX lrswipkxteacd\r\n${response}` : response;
      },
    },
  ),
  defect('acl-list-myrights-untold', 'LIST RETURN (MYRIGHTS) tells no rights.', COMMON, {
    out: (response, _session, command) =>
      command?.name === 'LIST' && /^\* MYRIGHTS /.test(response) ? undefined : response,
  }),
  defect('acl-list-myrights-all', 'LIST RETURN (MYRIGHTS) tells rights of what does not exist.', COMMON, {
    out: (response, _session, command) =>
      command?.name === 'LIST'
        ? response.replace(/^(\* LIST \([^)]*\\NonExistent[^)]*\) "\/" (\S+)\r\n)$/, '$1* MYRIGHTS $2 lr\r\n')
        : response,
  }),
  defect('acl-list-myrights-alone', 'LIST RETURN (MYRIGHTS) tells rights in the place of mailboxes.', COMMON, {
    out: (response, _session, command) =>
      command?.name === 'LIST' && /MYRIGHTS/i.test(command.raw.segments.join('')) && /^\* LIST /.test(response)
        ? undefined
        : response,
  }),
];
