/** A message as one server can take it. */

import { isEightBit } from '../delivery/eight-bit';
import { parseMessage } from '../mime/parse';
import { converted } from './convert';
import type { Offers } from './offers';
import { type Outcome, refused } from './outcome';
import { isBinary, type Needs, needsOf, type Parcel } from './parcel';
import type { Signer } from './signer';

export interface FitParcel extends Parcel {
  readonly needs: Needs;
}

export interface Taker {
  readonly offers: Offers;
  readonly remote: string;
}

/** The message, converted where that makes it fit, and signed; or that this server cannot have it, whoever it is for. */
export function fitted(given: Parcel, { offers, remote }: Taker, signer: Signer | undefined): FitParcel | Outcome {
  const signing = given.envelope.own && signer?.signs(given.content) ? signer : undefined;
  const parcel = signing ? narrowed(given) : given;
  const needs = needsOf(parcel);
  // RFC 6531 §3.2.
  if (needs.utf8 && !offers.has('SMTPUTF8')) return refused('5.6.7', `${remote} takes no addresses beyond ASCII`);
  // RFC 3030 §3: what it means by that nobody knows.
  if (parcel.envelope.body !== 'BINARYMIME' && saysBinary(parcel.content))
    return refused('5.6.1', 'its content says binary, and MAIL did not');
  const whole = converting(parcel, needs, offers);
  // RFC 6376 §3.4.3 and §5.3: line ends that are none would be others where it is verified.
  const fit = whole && signing && !whole.needs.binary ? { ...whole, content: signing.sign(whole.content) } : whole;
  if (!fit) return refused('5.6.3', `${remote} takes no such octets, and the message cannot be converted`);
  const { length } = fit.content;
  const limit = Number(offers.get('SIZE')?.[0] ?? 0);
  // RFC 1870 §4: 0 is no limit.
  if (limit > 0 && length > limit) return refused('5.3.4', `${remote} takes ${limit} octets, and these are ${length}`);
  return fit;
}

/** RFC 6376 §5.3: in 7 bits, where that can be, so that nobody on the way has to convert what was signed. */
function narrowed(parcel: Parcel): Parcel {
  const { content, envelope } = parcel;
  const narrow = envelope.body !== 'BINARYMIME' && isEightBit(content) ? converted(content, isEightBit) : undefined;
  return narrow ? { ...parcel, content: narrow, envelope: { ...envelope, body: '7BIT' } } : parcel;
}

/** RFC 6152 §3, RFC 3030 §3: what a server does not take is converted, or is returned. */
function converting(parcel: Parcel, needs: Needs, offers: Offers): FitParcel | undefined {
  const noBinary = needs.binary && !(offers.has('BINARYMIME') && offers.has('CHUNKING'));
  const noEightBit = needs.eightBit && !offers.has('8BITMIME');
  if (!noBinary && !noEightBit) return { ...parcel, needs };
  const unfit = (octets: Buffer) => (noBinary && isBinary(octets)) || (noEightBit && isEightBit(octets));
  const content = converted(parcel.content, unfit);
  if (!content) return undefined;
  const envelope = { ...parcel.envelope, body: noEightBit ? ('7BIT' as const) : ('8BITMIME' as const) };
  return { ...parcel, envelope, content, needs: { ...needs, binary: false, eightBit: isEightBit(content) } };
}

/** Parsed only where the word is there at all: messages are large. */
function saysBinary(content: Buffer): boolean {
  const named = ['binary', 'BINARY', 'Binary'].some((word) => content.includes(word));
  return named && parseMessage(content).parts.some(({ encoding }) => encoding === 'binary');
}
