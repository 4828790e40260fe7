/** Mistakes with what a hop leaves in a header (RFC 5321 §3.6.3, §4.4). */

import { COMMON, defect, type RelayDefect, saying, sendingText } from './tools';

/** A field with its folded lines. */
const FIELD = /[^\r\n]+\r\n(?:[ \t][^\r\n]*\r\n)*/g;

/** The header as a list of fields, changed. */
const inHeader = (change: (fields: string[]) => string[]) =>
  sendingText((text) => {
    const end = text.indexOf('\r\n\r\n') + 2;
    return end < 2 ? text : change(text.slice(0, end).match(FIELD) ?? []).join('') + text.slice(end);
  });

const named = (name: string) => (field: string) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`);
const without = (name: string) => (fields: string[]) => fields.filter((field) => !named(name)(field));
/** The hop's own. */
const ofTop = (change: (field: string) => string) => inHeader(([top = '', ...others]) => [change(top), ...others]);

export const trace: readonly RelayDefect[] = [
  defect(
    'received-left-out',
    'A hop writes no Received field.',
    'https://github.com/mademast/sail/issues/18',
    inHeader((fields) => fields.slice(1)),
  ),
  defect(
    'received-below',
    'The Received field of the hop stands behind all other fields.',
    COMMON,
    inHeader(([top = '', ...others]) => [...others, top]),
  ),
  defect(
    'received-of-others-removed',
    'The Received fields of earlier hops are taken away.',
    'https://www.postfix.org/header_checks.5.html',
    inHeader(([top = '', ...others]) => [top, ...without('received')(others)]),
  ),
  defect(
    'received-of-others-turned',
    'The Received fields of earlier hops change places.',
    COMMON,
    inHeader(([top = '', ...others]) => [
      top,
      ...others.filter(named('received')).reverse(),
      ...without('received')(others),
    ]),
  ),
  defect(
    'received-without-date',
    'The Received field of the hop has no date.',
    'https://github.com/MailScanner/v5/issues/326',
    ofTop((field) => field.replace(/;[^;]*$/, '\r\n')),
  ),
  defect(
    'received-without-from',
    'The Received field of the hop does not say from where the message came.',
    'https://man.openbsd.org/smtpd.conf#mask-src',
    ofTop((field) => field.replace(/from .*?(?=by )/s, '')),
  ),
  defect(
    'received-with-unregistered',
    'The Received field of the hop names a protocol that there is not.',
    COMMON,
    ofTop((field) => field.replace(/with \S+/, 'with SUBMISSION')),
  ),
  defect(
    'received-for-everybody',
    'The Received field of the hop names all recipients.',
    COMMON,
    saying((right) => {
      const paths: string[] = [];
      return {
        rcpt(path, parameters) {
          paths.push(path);
          return right.rcpt(path, parameters);
        },
        content: (content) =>
          right.content(
            Buffer.from(
              content.toString('latin1').replace(/;\r\n/, ` for ${paths.map((path) => `<${path}>`).join(',')};\r\n`),
              'latin1',
            ),
          ),
      };
    }),
  ),
  defect(
    'return-path-on-the-way',
    'A message that is handed on gets a Return-Path.',
    'https://github.com/zone-eu/zone-mta/issues/247',
    inHeader((fields) => ['Return-Path: <somebody@mail.test>\r\n', ...fields]),
  ),
  defect(
    'return-path-removed',
    'A Return-Path that a message has is taken away by who hands it on.',
    'https://www.postfix.org/postconf.5.html#message_drop_headers',
    inHeader(without('return-path')),
  ),
  defect(
    'date-and-id-added',
    'A message that lacks Date and Message-ID gets them from who hands it on.',
    'https://www.postfix.org/postconf.5.html#always_add_missing_headers',
    inHeader((fields) => [
      ...fields,
      ...(fields.some(named('date')) ? [] : ['Date: Tue, 5 Mar 2019 10:00:00 +0000\r\n']),
      ...(fields.some(named('message-id')) ? [] : ['Message-ID: <1@mail.test>\r\n']),
    ]),
  ),
  defect(
    'header-written-anew',
    'The header is parsed, and written as the hop would write it.',
    'https://github.com/moggers87/salmon/issues/72',
    inHeader((fields) => fields.map((field) => field.replace(/^([^:]+):[ \t]*/, '$1: '))),
  ),
];
