/** Mistakes with what parsers read differently: who mends it decides for all who read it later. */

import { defect, inBody, inHeader, type MimeDefect } from './tools';

export const ambiguous: readonly MimeDefect[] = [
  defect(
    'irregular-fields-mended',
    'What is irregular in the header is written as it was probably meant.',
    'https://www.postfix.org/cleanup.8.html',
    inHeader((header) =>
      header
        .replaceAll('\0', '')
        .replace(/^(From|Subject|Date)[ \t]+:/gim, '$1:')
        .replace(/^(From):\r\n[ \t]+/gim, '$1: ')
        .replace(/^From: *[\w ]+:(.*);/gim, 'From:$1')
        .replaceAll(';;', ';')
        .replace(/; boundary\*\d?=[^;\r\n]*/g, '')
        .replace(/(boundary="[^"\r\n]*)(?=\r\n)/g, '$1"')
        .replace(/boundary=""/g, 'boundary=none')
        .replace(/^[ \t]+\r\n/gm, '\r\n')
        .replace(/^(?![\w-]+ *:|[ \t])(?=.)/gm, '\r\n'),
    ),
  ),
  defect(
    'uuencode-taken-out',
    'What is uuencoded in plain text is taken out as an attachment.',
    'https://github.com/SpamScope/mail-parser/pull/81',
    inBody((body) => body.replace(/^begin \d{3} [\s\S]*?^end\r\n/gm, '')),
  ),
  defect(
    'transfer-encoding-of-multipart-undone',
    'A multipart that says that it is in base64 is decoded as a whole.',
    'https://github.com/zbateson/mail-mime-parser/issues/202',
    inBody((body, header) =>
      /multipart\//i.test(header) && /^Content-Transfer-Encoding: base64/im.test(header)
        ? Buffer.from(body, 'base64').toString('latin1')
        : body,
    ),
  ),
];
