/** Mistakes with what is shown of a message. */

import {
  asking,
  COMMON,
  defect,
  hearing,
  showing as ofShowing,
  reading,
  takingHeads,
  takingParts,
  type WebmailDefect,
} from './tools';

export const showing: readonly WebmailDefect[] = [
  defect(
    'copies-not-shown',
    'Who got a copy is not shown.',
    COMMON,
    takingHeads(({ cc: _cc, ...envelope }) => envelope),
  ),
  defect(
    'charset-mistaken',
    'Text is decoded, and then taken for Latin-1.',
    COMMON,
    reading((content, isText) => (isText ? Buffer.from(content.toString('latin1')) : content)),
  ),
  defect(
    'charset-ignored',
    'All text is taken for UTF-8.',
    COMMON,
    asking((right) => ({
      download: ((uid: string, part: string, options: object) =>
        right.download(uid, part, { ...options, decodeText: false })) as typeof right.download,
    })),
  ),
  defect(
    'text-cut',
    'Long text ends after 10,000 octets, and nothing says so.',
    COMMON,
    reading((content, isText) => (isText ? content.subarray(0, 10_000) : content)),
  ),
  defect(
    'without-subject-unshown',
    'Of a message without a subject nothing is shown.',
    'https://github.com/mailslurper/mailslurper/issues/66',
    hearing((message) => ({
      ...message,
      ...(message.envelope &&
        !message.envelope.subject &&
        message.bodyStructure && {
          bodyStructure: { ...message.bodyStructure, type: 'application/octet-stream', disposition: 'attachment' },
        }),
    })),
  ),
  defect(
    'html-as-text',
    'Of HTML the text is shown.',
    COMMON,
    ofShowing((right) => ({
      showBody: ({ body, ...rest }, options) =>
        right.showBody({ ...rest, body: { text: body.html?.replace(/<[^>]*>/g, '') ?? '' } }, options),
    })),
  ),
  defect(
    'alternative-attached',
    'The alternative in HTML hangs on to its message as a file.',
    COMMON,
    takingParts((part) =>
      part.type !== 'multipart/alternative'
        ? part
        : {
            ...part,
            childNodes: part.childNodes?.map((child) =>
              child.type === 'text/html' ? { ...child, disposition: 'attachment' } : child,
            ),
          },
    ),
  ),
  defect(
    'pictures-of-its-own-lost',
    'Pictures that a message brings along are not shown in their places.',
    COMMON,
    ofShowing((right) => ({
      showBody: (message, options) => right.showBody({ ...message, attachments: [] }, options),
    })),
  ),
  defect(
    'report-without-text',
    'Of a delivery report what it says to people is not shown.',
    COMMON,
    takingParts((part) =>
      part.type === 'multipart/report'
        ? { ...part, childNodes: part.childNodes?.filter(({ type }) => type !== 'text/plain') }
        : part,
    ),
  ),
];
