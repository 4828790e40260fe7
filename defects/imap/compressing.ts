/** Mistakes with COMPRESS (RFC 4978). */

import { Duplex, PassThrough, Transform } from 'node:stream';
import { constants, createDeflate, createDeflateRaw, createInflate, createInflateRaw, inflateRawSync } from 'node:zlib';
import { bad, no, Refusal } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import { around, COMMON, defect, forgiving, hasty, type ImapDefect, refusing, retyping, unfinished } from './tools';

const COMPRESS = ['COMPRESS'];
const FLUSHED = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };

/** Compresses and expands by these streams. */
function by(out: () => Duplex, into: () => Duplex): ImapSeams {
  const wrap = (plain: Duplex, early: Buffer) => {
    const [compress, expand] = [out(), into()];
    const end = () => plain.destroy();
    compress.on('error', end).pipe(plain);
    expand.on('error', end);
    if (early.length > 0) expand.write(early);
    plain.pipe(expand);
    return Duplex.from({ writable: compress, readable: expand });
  };
  return around(COMPRESS, async (session, _call, next) => {
    const done = await next();
    return done && { ...done, after: async () => session.connection.compress(wrap) };
  });
}

const deflate = () => createDeflateRaw(FLUSHED);
const inflate = () => createInflateRaw(FLUSHED);

/** What comes, a piece at a time. */
function pieces(edit: (piece: Buffer) => Buffer) {
  return new Transform({
    transform(piece, _encoding, done) {
      try {
        done(null, edit(piece));
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

export const compressing: readonly ImapDefect[] = [
  defect('compress-ok-compressed', 'The OK to COMPRESS is compressed already.', COMMON, hasty(COMPRESS)),
  defect('compress-not-begun', 'COMPRESS gets its OK, and nothing is compressed.', COMMON, unfinished(COMPRESS)),
  defect(
    'compress-one-way',
    'Responses are compressed, commands are taken as they come.',
    COMMON,
    by(deflate, () => new PassThrough()),
  ),
  defect(
    'compress-commands-alone',
    'Commands are expanded, responses are sent as they are.',
    COMMON,
    by(() => new PassThrough(), inflate),
  ),
  defect(
    'compress-zlib-format',
    'What is compressed has the head of zlib before it, and its checksum behind.',
    COMMON,
    by(
      () => createDeflate(FLUSHED),
      () => createInflate(FLUSHED),
    ),
  ),
  defect(
    'compress-unflushed',
    'Responses wait in the compressor until there is more to compress.',
    COMMON,
    by(() => createDeflateRaw(), inflate),
  ),
  defect(
    'compress-blocks-apart',
    'Each piece that comes is expanded by itself, without what stood in those before.',
    COMMON,
    by(deflate, () => pieces((piece) => inflateRawSync(piece, FLUSHED))),
  ),
  defect(
    'compress-first-command-only',
    'Of what comes in one piece only the first line is read.',
    COMMON,
    by(deflate, () => {
      const expand = inflate();
      const first = pieces((piece) => piece.subarray(0, piece.indexOf('\n') + 1 || piece.length));
      expand.on('error', (error) => first.destroy(error)).pipe(first);
      return Duplex.from({ writable: expand, readable: first });
    }),
  ),
  defect(
    'compress-any-mechanism',
    'Every mechanism is taken for DEFLATE.',
    COMMON,
    retyping(COMPRESS, (text) => text.replace(/^ \S+/, ' DEFLATE')),
  ),
  defect('compress-nothing', 'COMPRESS without a mechanism is answered OK.', COMMON, forgiving(COMPRESS, ['syntax'])),
  defect(
    'compress-though-refused',
    'Behind its refusal the server compresses all the same.',
    COMMON,
    around(COMPRESS, async (session, _call, next) => {
      try {
        return await next();
      } catch (error) {
        // The answer goes out first.
        if (error instanceof Refusal) setImmediate(() => session.connection.compress());
        throw error;
      }
    }),
  ),
  defect('compress-before-login', 'COMPRESS is for everybody.', COMMON, forgiving(COMPRESS, ['needs-login'])),
  defect('compress-twice', 'A second COMPRESS is answered OK.', COMMON, forgiving(COMPRESS, ['COMPRESSIONACTIVE'])),
  defect(
    'compress-active-untold',
    'A second COMPRESS gets NO without a code.',
    COMMON,
    refusing(COMPRESS, ['COMPRESSIONACTIVE'], () => no('No')),
  ),
  defect(
    'compress-deselects',
    'COMPRESS ends the selection of the mailbox.',
    COMMON,
    around(COMPRESS, async (session, _call, next) => {
      const done = await next();
      session.deselect();
      return done;
    }),
  ),
  defect(
    'compress-in-capitals',
    'COMPRESS and DEFLATE are known in capitals alone.',
    COMMON,
    around(COMPRESS, (_session, { sentName, args }, next) => {
      if (sentName !== 'COMPRESS' || args.rest !== ' DEFLATE') throw bad('I do not know that');
      return next();
    }),
  ),
];
