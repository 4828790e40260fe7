/** What MAIL and RCPT carry beside an address: only what the other server has offered (RFC 5321 §4.1.1.11). */

import type { RemoteRecipient } from '../delivery/mail';
import { asciiAddress } from '../delivery/report/utf-8-address';
import type { Dialogue } from './dialogue';
import type { FitParcel } from './fitted';
import { isTimeLost, secondsLeft } from './time-left';

type Said = Pick<Dialogue, 'offers' | 'loggedIn' | 'known' | 'options'>;

export function mailParameters(
  { offers, loggedIn, known, options }: Said,
  { content, envelope, needs }: FitParcel,
): string[] {
  const parameters = offers.has('SIZE') ? [`SIZE=${content.length}`] : [];
  if (needs.binary) parameters.push('BODY=BINARYMIME');
  else if (needs.eightBit || (envelope.body !== '7BIT' && offers.has('8BITMIME'))) parameters.push('BODY=8BITMIME');
  if (needs.utf8) parameters.push('SMTPUTF8');
  // RFC 4954 §5: nobody is trusted to say who submitted it first.
  if (loggedIn && offers.has('AUTH')) parameters.push('AUTH=<>');
  // RFC 8689 §2: of a report too, where it may be said.
  if (envelope.requireTls && known && offers.has('REQUIRETLS')) parameters.push('REQUIRETLS');
  const { deliverBy: by } = envelope;
  // RFC 2852 §4.1.4: what is left as it is sent.
  if (by && offers.has('DELIVERBY'))
    parameters.push(
      `BY=${secondsLeft(by, options.clock.now())};${by.late === 'return' ? 'R' : 'N'}${by.trace ? 'T' : ''}`,
    );
  if (!offers.has('DSN')) return parameters;
  // RFC 3461 §5.2.1: as they came, and only if they came.
  if (envelope.returnContent) parameters.push(`RET=${envelope.returnContent}`);
  if (envelope.envelopeIdWritten !== undefined) parameters.push(`ENVID=${envelope.envelopeIdWritten}`);
  return parameters;
}

export function rcptParameters(
  { offers, options }: Said,
  recipient: RemoteRecipient,
  { envelope, needs }: FitParcel,
): string[] {
  const { originalRecipientWritten: original } = recipient;
  if (!offers.has('DSN')) return [];
  const notify = isTimeLost(envelope, offers, options.clock.now()) ? withDelay(recipient.notify) : recipient.notify;
  const parameters = notify ? [`NOTIFY=${notify.join(',')}`] : [];
  // RFC 6533 §3: in ASCII where MAIL says nothing of SMTPUTF8.
  if (original !== undefined) parameters.push(`ORCPT=${needs.utf8 ? original : asciiAddress(original)}`);
  return parameters;
}

/** RFC 2852 §4.1.4.2: the server that goes on without the time tells of a delay in its place. */
function withDelay(notify: readonly string[] = ['FAILURE']): readonly string[] {
  return notify.includes('NEVER') || notify.includes('DELAY') ? notify : [...notify, 'DELAY'];
}
