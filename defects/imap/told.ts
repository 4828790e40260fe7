/** Mistakes with what a client must be told, and is not: by what name, why, by whom (RFC 3501 §3.4, §6.4.6, RFC 9051 §6.3.9.7). */
import { Refusal } from '../../reference-server/imap/refusal';
import { countingEnds, endsOf } from './ends';
import { account, after, COMMON, defect, type ImapDefect, refusing, retyping, said } from './tools';

export const told: readonly ImapDefect[] = [
  defect('old-names-untold', 'Names are normalised, and nobody hears of it.', COMMON, {
    out: (response) => response.replace(/ \("OLDNAME" \(.*\)\)\r\n$/s, '\r\n'),
  }),
  defect('shutdown-without-bye', 'A server that is shut down hangs up without BYE.', COMMON, {
    out: (response, _, call) => (/^\* BYE/.test(response) && call?.name !== 'LOGOUT' ? undefined : response),
  }),
  defect(
    'initial-response-is-wrong',
    'An initial response to CRAM-MD5 is answered as a wrong password is.',
    COMMON,
    refusing(['AUTHENTICATE'], ['initial-response'], () => new Refusal('NO', 'Wrong name or password')),
  ),
  defect('silent-for-others-too', 'STORE with .SILENT tells nothing of what others have changed.', COMMON, {
    out: (response, _, call) =>
      call?.name === 'STORE' && /SILENT/i.test(said(call)) && /^\* \d+ FETCH/.test(response) ? undefined : response,
  }),
  defect(
    'list-options-add-up',
    'LIST (SUBSCRIBED SPECIAL-USE) shows what is subscribed, whatever its use.',
    COMMON,
    retyping(['LIST'], (text) => text.replace(/\(SUBSCRIBED SPECIAL-USE\)/i, '(SUBSCRIBED)')),
  ),
  defect(
    'too-big-hangs-up-without-a-word',
    'For a literal that is too long the server hangs up, and does not say why.',
    COMMON,
    {
      out: (response) => response.replace(/^\S+ BAD \[TOOBIG\] /, '* BYE '),
    },
  ),
  defect(
    'experiments-unasked',
    'NOOP tells of an experiment that nobody asked for.',
    COMMON,
    after(['NOOP'], (session) => session.untagged('XMAIL-LATER 0')),
  ),
  defect(
    'parent-deleted-in-words',
    'DELETE of a mailbox that has a child is answered with OK, and does nothing.',
    COMMON,
    account((right) => ({
      delete(mailbox) {
        const below = right.list({
          patterns: [`${mailbox.name}/%`],
          select: new Set(),
          return: new Set(),
          extended: false,
        });
        if ([...below].length === 0) right.delete(mailbox);
      },
    })),
  ),
  defect(
    'uids-fall-at-a-start',
    'UIDs are smaller after each start of the server, and UIDVALIDITY is the same.',
    COMMON,
    {
      ...countingEnds,
      out: (response, { service }) =>
        response.replace(
          /^(\* \d+ FETCH \(.*?\bUID )(\d+)/,
          (_, head: string, uid: string) => `${head}${Number(uid) - endsOf(service)}`,
        ),
    },
  ),
];
