import assert from 'node:assert/strict';
import { ClientLineFrame, ContentFrame, unstuffed, withoutLineEnd } from '../../../support/outside/hosts/client-frames';
import { readCommand, readEnvelope } from '../../../support/outside/hosts/command-line';
import { type Frame, FrameError } from '../../../support/wire/framing/frame';
import { ImapResponseFrame } from '../../../support/wire/framing/imap';
import { Pop3PayloadFrame, Pop3StatusFrame } from '../../../support/wire/framing/pop3';
import { SmtpReplyFrame } from '../../../support/wire/framing/smtp';
import { cut } from '../cut';
import * as imap from '../grammar/imap';
import { mutated } from '../grammar/mutate';
import * as pop3 from '../grammar/pop3';
import * as smtp from '../grammar/smtp';
import type { Text } from '../grammar/text';
import { promised, stateless } from '../subject';
import { Taker } from './taker';

type Next = (taken: readonly unknown[]) => Frame<unknown>;

const SAME = 'the same units, and the same complaint, however the octets are cut';

/** A reader of the suite that cuts units out of a stream. */
function framing(name: string, about: string, input: Text, next: Next) {
  return stateless(name, `${about}: ${SAME}`, input, (octets) => {
    const whole = framed([octets], next);
    assert.equal(framed(cut(octets), next), whole);
    // A line may be one octet, and a unit of its own: what is told of it is read too.
    return 2 * whole.length;
  });
}

function framed(pieces: readonly Buffer[], next: Next) {
  const taker = new Taker(next);
  try {
    for (const piece of pieces) taker.push(piece);
  } catch (error) {
    promised([FrameError], error);
    return `${told(taker.units)} ${(error as FrameError).code}`;
  }
  return told(taker.units);
}

/** All that is in a unit, in a form that is quickly compared. */
function told(value: unknown): string {
  if (Buffer.isBuffer(value)) return `<${value.toString('latin1')}>`;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, each]) => `${name}=${told(each)}`)
    .join();
}

export const replies = framing(
  'suite-smtp-reply',
  "servers' replies",
  mutated(smtp.replies),
  () => new SmtpReplyFrame(),
);

/** A status and a payload in turn. */
export const pop3Responses = framing(
  'suite-pop3',
  "servers' responses, with payloads",
  mutated(pop3.responses),
  (taken) =>
    taken.length % 2 === 0
      ? new Pop3StatusFrame()
      : new Pop3PayloadFrame(undefined, taken.length % 4 === 1 ? 'refused' : 'kept'),
);

export const imapResponses = framing(
  'suite-imap',
  "servers' responses, with literals",
  mutated(imap.responses, imap.WORDS),
  () => new ImapResponseFrame(),
);

/** What a client says to a host that the suite plays: a line and content in turn. */
export const clientLines = framing(
  'suite-host',
  "what clients say to the suite's hosts",
  mutated(smtp.session, smtp.WORDS),
  (taken) => {
    const last = taken.at(-1);
    if (!Buffer.isBuffer(last)) return new ClientLineFrame();
    const { verb, argument } = readCommand(withoutLineEnd(last));
    readEnvelope(argument, verb === 'MAIL' ? 'FROM' : 'TO');
    unstuffed(last);
    return verb === 'DATA' ? new ContentFrame() : new ClientLineFrame();
  },
);
