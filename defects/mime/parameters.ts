/** Mistakes with media types and their parameters (RFC 2045 §5.1, RFC 2231). */

import { COMMON } from '../smtp/tools';
import { defect, inField, inHeader, inLeaves, type MimeDefect } from './tools';

const inContentFields = (edit: (field: string) => string) =>
  inField((field) => (/^content-/i.test(field) ? edit(field) : field));

const KNOWN_TYPES = /^content-type:\s*(?:\([^)]*\)\s*)?(?:text|image|audio|video|application|multipart|message)\//i;
const KNOWN_CHARSETS = /^(?:us-ascii|utf-8|iso-8859-\d+)$/i;
const KNOWN_ENCODINGS = /:\s*(?:7bit|8bit|binary|base64|quoted-printable)\b/i;

export const parameters: readonly MimeDefect[] = [
  defect(
    'comments-dropped',
    'Comments in MIME fields are taken away.',
    COMMON,
    inContentFields((field) => field.replace(/ ?\([^)"]*\)/g, '')),
  ),
  defect(
    'unknown-type-replaced',
    'A media type that is not known becomes application/octet-stream.',
    COMMON,
    inContentFields((field) =>
      /^content-type:/i.test(field) && !KNOWN_TYPES.test(field)
        ? field.replace(/:\s*[^;\r\n]+/, ': application/octet-stream')
        : field,
    ),
  ),
  defect(
    'unknown-charset-replaced',
    'A charset that is not known becomes utf-8.',
    COMMON,
    inContentFields((field) =>
      field.replace(/(charset=)([^\s;"]+)/i, (whole, key: string, charset: string) =>
        KNOWN_CHARSETS.test(charset) ? whole : `${key}utf-8`,
      ),
    ),
  ),
  defect(
    'unknown-encoding-replaced',
    'A transfer encoding that is not known becomes 8bit.',
    COMMON,
    inContentFields((field) =>
      /^content-transfer-encoding:/i.test(field) && !KNOWN_ENCODINGS.test(field)
        ? field.replace(/:[^\r\n]*/, ': 8bit')
        : field,
    ),
  ),
  defect(
    'parameters-repeated-dropped',
    'Parameters are kept in a map: one that stands there several times is written once.',
    'https://github.com/emersion/go-message/pull/141',
    inContentFields((field) => {
      const [value, ...rest] = field.trimEnd().split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      return `${[value, ...new Map(rest.map((one) => [one.split('=')[0]!.trim().toLowerCase(), one])).values()].join(';')}\r\n`;
    }),
  ),
  defect(
    'continuations-dropped',
    'Of a parameter in several segments only the first is kept.',
    'https://github.com/barbushin/php-imap/issues/684',
    inLeaves(inContentFields((field) => field.replace(/;\s*[\w-]+\*[1-9]\d*\*?=[^;\r\n]*/g, ''))),
  ),
  defect(
    'extended-parameters-decoded',
    'Extended parameters are decoded and stored as quoted strings.',
    COMMON,
    inLeaves(
      inContentFields((field) =>
        field.replace(
          /([\w-]+)\*=[\w-]*'[\w-]*'([^;\s]*)/g,
          (_, name: string, value: string) =>
            `${name}="${value.replace(/%([0-9A-F]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}"`,
        ),
      ),
    ),
  ),
  defect(
    'file-names-requoted',
    'Quotes in a file name are taken away with their backslashes.',
    COMMON,
    inLeaves(inHeader((header) => header.replace(/\\"/g, ''))),
  ),
];
