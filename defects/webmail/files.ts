/** Mistakes with what hangs on to a message. */

import { COMMON, defect, reading, showing, takingParts, type WebmailDefect } from './tools';

/** How an attachment leaves. */
const served = (change: (headers: Record<string, string>, file: { name: string; type: string }) => object) =>
  showing((right) => ({
    downloadHeaders: (file) => ({ ...change(right.downloadHeaders(file), file) }) as Record<string, string>,
  }));

/** The names of files are read otherwise. */
const naming = (change: (name: string) => string | undefined) =>
  takingParts((part) => {
    const { filename } = part.dispositionParameters ?? {};
    return filename === undefined
      ? part
      : { ...part, parameters: {}, dispositionParameters: { filename: change(filename)! } };
  });

/** What a name may not have, as letters that nobody uses: it comes through whatever makes names harmless. */
const PRIVATE = 0xe000;
const hidden = (name: string) => name.replace(/[\r\n";:]/g, (one) => String.fromCharCode(PRIVATE + one.charCodeAt(0)));
const bare = (name: string) =>
  name.replace(/[\ue000-\ue07f]/g, (one) => String.fromCharCode(one.charCodeAt(0) - PRIVATE));

export const files: readonly WebmailDefect[] = [
  defect(
    'attachments-shown-as-pages',
    'An attachment is shown by the type that it says it has: as a page of the webmail.',
    'CVE-2024-42008',
    showing((right) => ({
      downloadHeaders(file) {
        const { 'content-disposition': name, ...rest } = right.downloadHeaders(file);
        return {
          ...rest,
          'content-disposition': name!.replace('attachment', 'inline'),
          'content-type': file.type,
          'content-security-policy': "default-src 'self'",
        };
      },
    })),
  ),
  defect(
    'xml-shown-as-page',
    'An attachment in XML is shown, and a script within it runs.',
    'CVE-2020-13965',
    served(({ 'content-security-policy': _policy, ...headers }, { type }) => {
      const fields = { ...headers, 'content-security-policy': "frame-ancestors 'self'" };
      if (!/^text\/xml$|\+xml$/.test(type)) return fields;
      return { ...fields, 'content-type': type, 'content-disposition': 'inline' };
    }),
  ),
  defect(
    'attachments-guessed',
    'Browsers guess what an attachment is.',
    'OWASP ASVS 4.0, 14.4.4: X-Content-Type-Options',
    served(({ 'x-content-type-options': _sniff, ...headers }) => headers),
  ),
  defect(
    'name-adds-fields',
    'The name of an attachment goes into the field as it came: its quotes and line ends end it.',
    'CWE-113: HTTP Response Splitting',
    {
      parts: {
        ...naming(hidden).parts,
        ...served((headers, { name }) => {
          const [first, ...others] = bare(name).split(/[\r\n]+/);
          const added = others.flatMap((line): [string, string][] => {
            const [, field, value] = /^([\w-]+):(.*)$/.exec(line) ?? [];
            return field ? [[field.toLowerCase(), value!.trim()]] : [];
          });
          return { ...headers, 'content-disposition': `attachment; filename="${first}"`, ...Object.fromEntries(added) };
        }).parts,
      },
    },
  ),
  defect(
    'name-unquoted',
    'The name of an attachment is not quoted: it ends at the first space.',
    COMMON,
    served((headers, { name }) => ({
      ...headers,
      'content-disposition': `attachment; filename=${name.replace(/[^\x20-\x7e]/g, '_')}`,
    })),
  ),
  defect(
    'name-in-ascii',
    'Letters beyond ASCII in the name of an attachment are lost.',
    COMMON,
    naming((name) => name.replace(/[^\x20-\x7e]/g, '?')),
  ),
  defect(
    'attachments-lost',
    'What hangs on to a message is not there.',
    COMMON,
    takingParts((part) => (part.disposition === 'attachment' && !part.childNodes ? undefined : part)),
  ),
  defect(
    'attached-messages-lost',
    'A message within a message is not there.',
    COMMON,
    takingParts((part) => (part.type === 'message/rfc822' ? undefined : part)),
  ),
  defect(
    'attachments-undecoded',
    'An attachment leaves in base64, as it came.',
    COMMON,
    reading((content, isText) => (isText ? content : Buffer.from(content.toString('base64')))),
  ),
];
