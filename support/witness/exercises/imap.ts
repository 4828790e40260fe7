/** What IMAP's rules are about. Any result will do. */
import type { Exercise } from './exercise';

let said = 0;
const say = (...lines: string[]) =>
  lines.map((line) => {
    const tag = `x${++said}`;
    return `C: ${tag} ${line}\nS: ${tag} OK/NO/BAD`;
  });

/** `${structured}`: a message with all that an envelope and a structure can have. */
export const STRUCTURED = [
  'From: "Ann \\"A\\" Author" <ann@elsewhere.test>, bob@elsewhere.test',
  'To: friends: carol@elsewhere.test, dave@elsewhere.test;',
  'Subject: exercise ${id}',
  'Date: Mon, 07 Feb 1994 21:52:25 -0800',
  'Message-ID: <exercise@elsewhere.test>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Language: en',
  'Content-Disposition: inline',
  '',
  'A line.',
  '--b',
  'Content-Type: message/rfc822',
  '',
  'From: eve@elsewhere.test',
  'Subject: within',
  '',
  'Another.',
  '--b',
  'Content-Type: application/octet-stream; name="a \\"b\\" c"',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename=a',
  '',
  'AAEC',
  '--b--',
].join('\n');

const append = (tag: string, flags = '') =>
  `C: ${tag} APPEND \${quoted(mailbox)}${flags} {\${structured.size}}\nS: +\nC: \${structured}\nS: ${tag} OK/NO/BAD`;

const ITEMS = 'FLAGS UID RFC822.SIZE INTERNALDATE ENVELOPE BODY BODYSTRUCTURE';

export const IMAP_EXERCISE: readonly Exercise[] = [
  {
    start: { spoken: 'imap', state: 'before login' },
    dialogues: [
      ...say('CAPABILITY', 'NOOP', 'ID NIL'),
      'C: x0 AUTHENTICATE PLAIN\nS: +\nC: ${base64(NUL, alice.user, NUL, alice.password)}\nS: x0 OK/NO/BAD',
      ...say('CAPABILITY', 'NAMESPACE', 'LOGOUT'),
    ],
  },
  {
    start: { spoken: 'imap', state: 'authenticated' },
    dialogues: [
      ...say('ENABLE X-NOTHING', 'CREATE ${quoted(mailbox)}', 'SUBSCRIBE ${quoted(mailbox)}'),
      append('y1', ' (\\Seen $Label)'),
      append('y2'),
      append('y3'),
      ...say(
        'LIST "" *',
        'LIST "" ""',
        'LSUB "" *',
        'LIST (SUBSCRIBED RECURSIVEMATCH) "" % RETURN (SUBSCRIBED CHILDREN)',
        'STATUS ${quoted(mailbox)} (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)',
        'SELECT ${quoted(mailbox)}',
        `FETCH 1:3 (${ITEMS})`,
        'FETCH 1 (BODY.PEEK[] RFC822.SIZE)',
        'FETCH 1 (BODY.PEEK[]<0.10> BODY.PEEK[HEADER.FIELDS (From Subject)] BODY.PEEK[1] BODY.PEEK[2.HEADER] BODY.PEEK[1.MIME])',
        'FETCH 1 (BINARY.PEEK[3] BINARY.SIZE[3])',
        'FETCH 1 BODY.PEEK[]',
        'UID FETCH 1:* (FLAGS RFC822.SIZE)',
        'SEARCH ALL',
        'UID SEARCH ALL',
        'SEARCH RETURN (MIN MAX COUNT ALL) ALL',
        'SEARCH RETURN (MIN MAX COUNT ALL) KEYWORD $NoMessageHasIt',
        'SEARCH CHARSET X-NOTHING SUBJECT a',
        'STORE 1 +FLAGS (\\Flagged)',
        'FETCH 1:* (MODSEQ)',
        'SEARCH MODSEQ 1',
        'SEARCH MODSEQ 1 KEYWORD $NoMessageHasIt',
        'STORE 1 (UNCHANGEDSINCE 1) FLAGS (\\Seen)',
        'STORE 1 -FLAGS (\\Seen)',
        'SELECT ${quoted(mailbox)}',
        'COPY 1:2 ${quoted(mailbox)}',
        'STORE 2 +FLAGS (\\Deleted)',
        'FETCH 1:* FLAGS',
        'EXPUNGE',
        'FETCH 1:* (UID FLAGS)',
        'SORT (REVERSE DATE) UTF-8 ALL',
        'THREAD REFERENCES UTF-8 ALL',
        'GETQUOTAROOT ${quoted(mailbox)}',
        'MYRIGHTS ${quoted(mailbox)}',
        'GETACL ${quoted(mailbox)}',
        'LISTRIGHTS ${quoted(mailbox)} ${quoted(bob.user)}',
        'LIST "" ${quoted(mailbox)} RETURN (MYRIGHTS)',
        'STATUS ${quoted(mailbox)} (DELETED DELETED-STORAGE)',
        'NOOP',
        'CLOSE',
        'DELETE ${quoted(mailbox)}',
        'ENABLE IMAP4rev2',
        'LOGOUT',
      ),
    ],
  },
  {
    start: { spoken: 'imap', state: 'authenticated' },
    dialogues: [
      ...say('ENABLE QRESYNC', 'CREATE ${quoted(mailbox)}'),
      append('z1'),
      append('z2'),
      append('z3'),
      'C: z4 SELECT ${quoted(mailbox)}\nS* * OK [UIDVALIDITY ${validity:number}]\nS: z4 OK/NO/BAD',
      ...say(
        'STORE 2 +FLAGS (\\Deleted)',
        'EXPUNGE',
        'STORE 2 +FLAGS (\\Deleted)',
        'UID FETCH 1:* (FLAGS) (CHANGEDSINCE 1 VANISHED)',
        'CLOSE',
        'SELECT ${quoted(mailbox)} (QRESYNC (${validity} 1))',
        'STORE 1 +FLAGS (\\Deleted)',
        'EXPUNGE',
        'CLOSE',
        'DELETE ${quoted(mailbox)}',
        'LOGOUT',
      ),
    ],
  },
  {
    start: { spoken: 'imap', state: 'authenticated' },
    dialogues: say('CAPABILITY', 'UNAUTHENTICATE', 'UNAUTHENTICATE', 'LOGOUT'),
  },
];
