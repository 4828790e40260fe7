/** Mistakes with messages within messages and with what looks like a header inside a body (RFC 2046 §5.2). */

import { COMMON } from '../smtp/tools';
import { defect, inBody, inType, type MimeDefect } from './tools';

export const enclosed: readonly MimeDefect[] = [
  defect(
    'header-filter-reaches-body',
    'Fields that are taken from the header (Bcc) are taken from enclosed messages too.',
    'https://github.com/docker-mailserver/docker-mailserver/pull/4429',
    inBody((body) => body.replace(/^Bcc:.*\r\n/gim, '')),
  ),
  defect(
    'trace-of-enclosed-dropped',
    'An enclosed message loses its trace fields.',
    COMMON,
    inType(/message\/rfc822/i, (body) => body.replace(/^(?:Received|Return-Path):.*\r\n/gim, '')),
  ),
  defect(
    'report-groups-joined',
    'The empty lines between the groups of a delivery report are dropped.',
    'https://github.com/jstedfast/MimeKit/issues/253',
    inType(/message\/delivery-status/i, (body) => body.replace(/(?:\r\n){2,}(?=\S)/g, '\r\n')),
  ),
  defect(
    'partial-replaced',
    'A piece of a message is replaced by a warning, because no virus can be found in it.',
    COMMON,
    inType(/message\/partial/i, () => 'This message was removed.\r\n'),
  ),
  defect(
    'html-cleaned',
    'Pictures are taken out of HTML.',
    'https://github.com/mozilla-l10n/fx-private-relay-l10n/pull/99',
    inType(/text\/html/i, (body) => body.replace(/<img[^>]*>/gi, '')),
  ),
];
