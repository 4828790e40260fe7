/** Mistakes with multiparts that are taken apart and put together again (RFC 2046 §5.1). */

import { COMMON } from '../smtp/tools';
import {
  boundaryOf,
  defect,
  fieldOf,
  has,
  inBody,
  inMultipart,
  inMultiparts,
  type MimeDefect,
  type Piece,
} from './tools';

const without = (kind: Piece['kind']) => inMultiparts((pieces) => pieces.filter((piece) => piece.kind !== kind));

/** Leaves out the parts that `drops` says, each with the delimiter before it. */
function withoutParts(drops: (part: string, number: number, header: string) => boolean) {
  return inMultiparts((pieces, header) => {
    let number = 0;
    return pieces.filter((piece, i) => {
      if (piece.kind === 'delimiter') number++;
      const part = piece.kind === 'delimiter' ? pieces[i + 1] : piece;
      return part?.kind !== 'part' || !drops(part.text, number, header);
    });
  });
}

/** Empties what lies deeper than so many multiparts and messages. */
function flattened(content: string, levels: number): string {
  if (has(content, 'Content-Type', /message\/rfc822/i)) {
    return inBody((body) => (levels > 0 ? flattened(body, levels - 1) : ''))(content);
  }
  return inMultipart((pieces) =>
    pieces.flatMap((piece) => {
      if (piece.kind !== 'part') return levels > 0 ? [piece] : [];
      return levels > 0 ? [{ ...piece, text: flattened(piece.text, levels - 1) }] : [];
    }),
  )(content);
}

export const multiparts: readonly MimeDefect[] = [
  defect(
    'preamble-dropped',
    'What stands before the first boundary is dropped.',
    'https://github.com/KumoCorp/kumomta/pull/540',
    without('preamble'),
  ),
  defect(
    'epilogue-dropped',
    'What stands behind the last boundary is dropped.',
    'https://github.com/thunderbird/thunderbird-android/pull/2903',
    without('epilogue'),
  ),
  defect(
    'end-added',
    'A multipart that has no end gets one.',
    'https://github.com/jstedfast/MimeKit/issues/218',
    inMultiparts((pieces, header) =>
      pieces.some(({ kind }) => kind === 'end')
        ? pieces
        : [...pieces, { kind: 'end', text: `\r\n--${boundaryOf(header)}--\r\n` }],
    ),
  ),
  defect('boundary-padding-dropped', 'White space behind a boundary is dropped.', COMMON, (content) =>
    inMultiparts((pieces) =>
      pieces.map((piece) =>
        /^(delimiter|end)$/.test(piece.kind) ? { ...piece, text: piece.text.replace(/[ \t]+(?=\r\n$)/, '') } : piece,
      ),
    )(content),
  ),
  defect(
    'boundary-prefix-taken',
    'A line that only begins with the boundary is taken for it and written as it.',
    'https://github.com/golang/go/issues/10616',
    inBody((body, header) => {
      const boundary = boundaryOf(header);
      if (boundary === undefined) return body;
      const found = (line: string) =>
        line.startsWith(`--${boundary}`) && !/^(--)?[ \t]*$/.test(line.slice(boundary.length + 2));
      return body
        .split('\r\n')
        .map((line) => (found(line) ? `--${boundary}${line.endsWith('--') ? '--' : ''}` : line))
        .join('\r\n');
    }),
  ),
  defect(
    'boundary-renamed',
    'A boundary with other signs than letters, digits and hyphens is replaced.',
    'https://github.com/kisli/vmime/issues/322',
    (content) => {
      const [, boundary] = /boundary="([^"\r\n]*[^\w"\r\n-][^"\r\n]*)"/i.exec(content) ?? [];
      return boundary === undefined ? content : content.replaceAll(boundary, 'mailspec-boundary');
    },
  ),
  defect(
    'boundary-cut',
    'Of a boundary 69 characters are kept, with NUL in a buffer of 70: the lines between parts are written so.',
    COMMON,
    inBody((body, header) => {
      const boundary = boundaryOf(header);
      return boundary === undefined ? body : body.replaceAll(`--${boundary}`, `--${boundary.slice(0, 69)}`);
    }),
  ),
  defect(
    'multipart-without-boundary-emptied',
    'A multipart that names no boundary has no parts, and so nothing of it is written.',
    COMMON,
    inBody((body, header) =>
      /multipart\//i.test(fieldOf(header, 'Content-Type')) && boundaryOf(header) === undefined ? '' : body,
    ),
  ),
  defect(
    'empty-parts-dropped',
    'Parts without content are dropped.',
    COMMON,
    withoutParts((part) => /^(?:[^\r\n]+\r\n)*(?:\r\n)*$/.test(part)),
  ),
  defect(
    'default-type-in-digest-plain',
    'The parts of a digest that name no type are called text/plain.',
    'https://github.com/staktrace/mailparse/issues/92',
    inMultiparts((pieces, header) =>
      /multipart\/digest/i.test(header)
        ? pieces.map((piece) =>
            piece.kind === 'part' && piece.text.startsWith('\r\n')
              ? { ...piece, text: `Content-Type: text/plain\r\n${piece.text}` }
              : piece,
          )
        : pieces,
    ),
  ),
  defect('deep-parts-dropped', 'What lies deeper than two levels is dropped.', COMMON, (content) =>
    flattened(content, 2),
  ),
  defect(
    'many-parts-dropped',
    'Of more than 2,000 parts the rest is dropped.',
    COMMON,
    withoutParts((_, number) => number > 2000),
  ),
  defect(
    'plain-alternative-dropped',
    'Of the alternatives only HTML is kept.',
    COMMON,
    withoutParts(
      (part, _, header) => /multipart\/alternative/i.test(header) && has(part, 'Content-Type', /text\/plain/i),
    ),
  ),
  defect(
    'unknown-attachments-dropped',
    'Parts of type application/octet-stream are dropped as dangerous.',
    COMMON,
    withoutParts((part) => has(part, 'Content-Type', /application\/octet-stream/i)),
  ),
];
