/** What is added to a message, and what is not left alone (RFC 6409 §8, RFC 5321 §6.4). */

import { COMMON, parts, type SmtpDefect } from '../smtp/tools';
import { arriving, OWN_ID, submission, submitting } from './tools';

/** The server's own stands behind what was sent. */
const OWN_DATE = /^Date: .*\r\n(?=\r\n)/m;

const lacks = (text: string, name: string) =>
  !new RegExp(`^${name}:`, 'im').test(parts(Buffer.from(text, 'latin1'))[0]);

export const completion: readonly SmtpDefect[] = [
  submission(
    'date-not-added',
    'A message without a Date stays without.',
    COMMON,
    submitting((text) => text.replace(OWN_DATE, '')),
  ),
  submission(
    'date-in-another-form',
    'The Date that is added is none of the message format.',
    'https://github.com/superseriousbusiness/gotosocial/issues/3971',
    submitting((text) => text.replace(OWN_DATE, 'Date: 06 Apr 25 10:18 +0000\r\n')),
  ),
  submission(
    'date-doubled',
    'A Date is added whether there is one or not.',
    'https://github.com/osTicket/osTicket/issues/6295',
    submitting((text) => `Date: Tue, 3 Jun 2025 10:00:00 +0000\r\n${text}`),
  ),
  submission(
    'message-id-not-added',
    'A message without a Message-ID stays without.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/1068',
    submitting((text) => text.replace(OWN_ID, '')),
  ),
  submission(
    'message-id-without-brackets',
    'The Message-ID that is added has no brackets.',
    COMMON,
    submitting((text) => text.replace(OWN_ID, 'Message-ID: 0a1b2c3d@mail.example.test\r\n')),
  ),
  submission(
    'message-id-the-same',
    'All messages get the same Message-ID.',
    'https://github.com/anymail/django-anymail/issues/15',
    submitting((text) => text.replace(OWN_ID, 'Message-ID: <message@mail.example.test>\r\n')),
  ),
  submission(
    'message-id-replaced',
    "Every message gets a Message-ID of the server's in the place of its own.",
    'https://github.com/PHPMailer/PHPMailer/issues/2859',
    submitting((text, { id }) => text.replace(/^Message-ID:.*$/m, `Message-ID: <${id}@mail.example.test>`)),
  ),
  submission(
    'sender-not-added',
    'Nobody is told who has sent a message.',
    COMMON,
    submitting((text) => text.replace(/^Sender: .*\r\n/m, '')),
  ),
  submission(
    'sender-without-domain',
    'The Sender that is added is the name of the login.',
    COMMON,
    submitting((text) => text.replace(/^(Sender:) <(.*)@.*>\r\n/m, '$1 $2\r\n')),
  ),
  submission(
    'sender-always',
    'A Sender is added although From names the same.',
    COMMON,
    submitting((text, { envelope }) =>
      lacks(text, 'Sender') ? `Sender: <${envelope.reversePath.text}>\r\n${text}` : text,
    ),
  ),
  submission(
    'body-encoded',
    'The body is encoded anew as quoted-printable.',
    'https://github.com/PHPMailer/PHPMailer/issues/1197',
    submitting((text) => {
      const [header, body] = parts(Buffer.from(text, 'latin1'));
      return header + body.replace(/=/g, '=3D').replace(/[ \t](?=\r\n)/g, (space) => (space === ' ' ? '=20' : '=09'));
    }),
  ),
  submission(
    'fields-unfolded',
    'Folded fields come out on one line.',
    COMMON,
    submitting((text) => {
      const [header, body] = parts(Buffer.from(text, 'latin1'));
      return header.replace(/\r\n(?=[ \t])/g, '') + body;
    }),
  ),
  submission(
    'all-completed',
    'What is missing is added on port 25 too.',
    'https://github.com/hmailserver/hmailserver/pull/542',
    arriving((text, { id, envelope }) => {
      const missing = {
        Date: 'Tue, 3 Jun 2025 10:00:00 +0000',
        'Message-ID': `<${id}@mail.example.test>`,
        Sender: `<${envelope.reversePath.text || 'postmaster@example.test'}>`,
      };
      const added = Object.entries(missing).filter(([name]) => lacks(text, name));
      return added.map(([name, value]) => `${name}: ${value}\r\n`).join('') + text;
    }),
  ),
];
