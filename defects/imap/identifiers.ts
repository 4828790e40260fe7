/** Mistakes with identifiers of mailboxes and messages (RFC 8474). */

import { COMMON, defect, type ImapDefect, retyping } from './tools';

/** Writes the identifiers that stand behind a name otherwise. */
const told = (name: 'MAILBOXID' | 'EMAILID', edit: (id: string, response: string) => string) => ({
  out: (response: string) =>
    response.replace(new RegExp(`(?<=\\b${name} )\\(([^)]*)\\)`, 'g'), (_all, id: string) => `(${edit(id, response)})`),
});

let asked = 0;

export const identifiers: readonly ImapDefect[] = [
  defect('object-id-of-create-untold', 'CREATE tells no MAILBOXID.', COMMON, {
    out: (response) => response.replace(/^(\S+ OK )\[MAILBOXID [^\]]*\] (?=CREATE)/, '$1'),
  }),
  defect('object-id-of-select-untold', 'SELECT and EXAMINE tell no MAILBOXID.', COMMON, {
    out: (response) => (response.startsWith('* OK [MAILBOXID') ? undefined : response),
  }),
  defect(
    'object-id-of-account',
    'All mailboxes of an account have one MAILBOXID.',
    COMMON,
    told('MAILBOXID', () => 'F1'),
  ),
  defect(
    'object-id-of-name',
    'The MAILBOXID is made of the name of the mailbox.',
    COMMON,
    told('MAILBOXID', (id, response) => {
      const name = /^\* STATUS (\S+)/.exec(response)?.[1];
      return name === undefined ? id : `F${Buffer.from(name).toString('hex')}`;
    }),
  ),
  defect(
    'object-id-anew',
    'The EMAILID is made anew whenever it is asked for.',
    COMMON,
    told('EMAILID', (id) => `${id}-${++asked}`),
  ),
  defect(
    'object-id-of-all',
    'All messages have one EMAILID.',
    COMMON,
    told('EMAILID', () => 'M1'),
  ),
  defect(
    'object-id-of-number',
    'The EMAILID is the number of the message.',
    COMMON,
    told('EMAILID', (_id, response) => `M${/^\* (\d+)/.exec(response)?.[1]}`),
  ),
  defect(
    'object-id-without-threads',
    'THREADID is not known.',
    COMMON,
    retyping(['FETCH'], (text) => text.replace('THREADID', 'X')),
  ),
  defect(
    'object-id-in-capitals',
    'EMAILID and MAILBOXID are known in capitals alone.',
    COMMON,
    retyping(['FETCH', 'STATUS'], (text) => text.replace(/emailid|mailboxid/, 'x')),
  ),
];
