/** Mistakes of servers written in an afternoon: what they have not got, and what they answer instead. */

import { bad, no } from '../../reference-server/imap/refusal';
import { editing, replacing } from './responses';
import { around, COMMON, defect, type ImapDefect, said } from './tools';

const FETCHES = ['FETCH', 'UID FETCH'];

export const careless: readonly ImapDefect[] = [
  defect('search-finds-nothing', 'SEARCH never finds anything.', COMMON, replacing(/^(\* SEARCH)[ \d]+/, '$1')),
  defect(
    'search-finds-all',
    'SEARCH finds every message, whatever is asked.',
    COMMON,
    editing((response, session) =>
      response.startsWith('* SEARCH')
        ? `* SEARCH${(session.selected?.uids ?? []).map((_, index) => ` ${index + 1}`).join('')}\r\n`
        : response,
    ),
  ),
  defect(
    'esearch-answers-noughts',
    'What RETURN asks for is answered with noughts.',
    COMMON,
    editing((response) =>
      response.startsWith('* ESEARCH') ? response.replace(/(?<=(?:MIN|MAX|COUNT) )\d+/g, '0') : response,
    ),
  ),
  defect(
    'status-answers-noughts',
    'Every number of STATUS is nought.',
    COMMON,
    editing((response) =>
      response.startsWith('* STATUS') ? response.replace(/(?<=\b[A-Z-]+ )\d+(?=[ )])/g, '0') : response,
    ),
  ),
  defect(
    'exists-nought',
    'A mailbox is selected as if it were empty.',
    COMMON,
    replacing(/^\* \d+ EXISTS/, '* 0 EXISTS'),
  ),
  defect(
    'flags-never-shown',
    'FETCH shows no flags.',
    COMMON,
    editing((response) =>
      /^\* \d+ FETCH/.test(response) ? response.replace(/FLAGS \([^)]*\)/g, 'FLAGS ()') : response,
    ),
  ),
  defect(
    'names-of-letters-only',
    'CREATE takes letters, digits, dots, hyphens and underscores.',
    COMMON,
    around(['CREATE'], async (_session, call, next) => {
      if (/[^ "\w./-]/.test(said(call))) throw no('Such a name is not allowed here', 'CANNOT');
      return next();
    }),
  ),
  defect(
    'id-refused',
    'ID is announced and answered BAD.',
    COMMON,
    around(['ID'], () => Promise.reject(bad('No'))),
  ),
  defect(
    'authenticate-refused',
    'Mechanisms are announced and AUTHENTICATE is answered NO.',
    COMMON,
    around(['AUTHENTICATE'], () => Promise.reject(no('No'))),
  ),
  defect(
    'login-refused',
    'Nobody can log in by LOGIN.',
    COMMON,
    around(['LOGIN'], () => Promise.reject(no('No'))),
  ),
  defect(
    'structure-of-odd-messages-refused',
    'BODYSTRUCTURE is answered NO.',
    COMMON,
    around(FETCHES, async (_session, call, next) => {
      if (/BODYSTRUCTURE/i.test(said(call))) throw no('I do not understand this message');
      return next();
    }),
  ),
  defect(
    'fetch-answers-nothing',
    'FETCH is answered OK and nothing else.',
    COMMON,
    editing((response) => (/^\* \d+ FETCH/.test(response) ? undefined : response)),
  ),
  defect(
    'capabilities-incomplete',
    'CAPABILITY lists nothing of the protocol.',
    COMMON,
    replacing(/^\* CAPABILITY .*/, '* CAPABILITY'),
  ),
  defect(
    'no-examine',
    'EXAMINE is not there.',
    COMMON,
    around(['EXAMINE'], () => Promise.reject(bad('No'))),
  ),
  defect(
    'namespace-not-there',
    'NAMESPACE is announced, and not there.',
    COMMON,
    around(['NAMESPACE'], () => Promise.reject(bad('No'))),
  ),
];
