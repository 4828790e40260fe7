/** Mistakes by which a message that a user hands in leaves as two (RFC 5321 §2.3.8, §4.5.2). */

import { stuffed } from '../../reference-server/relay/content';
import { overlooking } from '../smtp/tools';
import { COMMON, defect, type RelayDefect, saying } from './tools';

const STRAY = /\0|\r(?!\n)|(?<!\r)\n/g;
const text = (octets: Buffer) => octets.toString('latin1');
const octets = (of: string) => Buffer.from(of, 'latin1');

/** What stands alone does not keep a message from leaving as text: it is made ready as if a space stood there, and leaves as it was. */
const asText = (change: (carried: string) => string = (carried) => carried) =>
  saying((right) => ({
    fitted(parcel) {
      const fit = right.fitted({ ...parcel, content: octets(text(parcel.content).replace(STRAY, ' ')) });
      return 'needs' in fit ? { ...fit, content: parcel.content } : fit;
    },
    transparent: (content) => octets(change(text(stuffed(content)))),
  }));

/** The mistake takes two: whoever lets such a message in does not see it. */
const handedIn = (mistake: RelayDefect): RelayDefect => ({
  ...mistake,
  also: { smtp: [overlooking('bareNewline', 'nul')] },
});

export const smuggling: readonly RelayDefect[] = [
  handedIn(
    defect(
      'strays-handed-on',
      'A CR or LF that stands alone is taken from a user and handed on as it is.',
      'https://sec-consult.com/blog/detail/smtp-smuggling-spoofing-e-mails-worldwide/',
      asText(),
    ),
  ),
  handedIn(
    defect(
      'newlines-mended-behind-dots',
      'A CR or LF that stands alone becomes CR LF when the dots have been doubled already.',
      'https://github.com/dotnet/runtime/pull/132823',
      asText((carried) => carried.replace(/\r?\n|\r/g, '\r\n')),
    ),
  ),
  handedIn(
    defect(
      'nul-dropped-behind-dots',
      'A NUL is left out when the dots have been doubled already.',
      COMMON,
      asText((carried) => carried.replaceAll('\0', '').replace(STRAY, ' ')),
    ),
  ),
  defect(
    'chunks-sent-as-text',
    'What came in a chunk is handed on by DATA, whatever it holds.',
    'https://github.com/phires/go-guerrilla/issues/27',
    asText(),
  ),
];
