/** Hands one message to one server, in as few transactions as it lets (RFC 5321 §3.3, §4.5.4.1). */

import type { RemoteRecipient } from '../delivery/mail';
import type { Answer } from './answer';
import { type Dialogue, Unusable } from './dialogue';
import { type Outcome, refused } from './outcome';
import { type Needs, needsOf, type Parcel } from './parcel';

/** RFC 5321 §4.5.3.1.8: what every server takes in one transaction. */
const MOST_RECIPIENTS = 100;

export type Outcomes = Map<RemoteRecipient, Outcome>;

/** Sets an outcome for each recipient. Throws what the dialogue throws; what was set by then stands. */
export async function handOver(dialogue: Dialogue, parcel: Parcel, outcomes: Outcomes): Promise<void> {
  const needs = needsOf(parcel);
  const lacks = lacking(dialogue, parcel, needs);
  if (lacks) return setAll(outcomes, parcel.recipients, lacks);
  for (let left = [...parcel.recipients]; left.length > 0; ) {
    dialogue.contentBegun = false;
    if (dialogue.transactionOpen) await dialogue.reset();
    const now = left.splice(0, MOST_RECIPIENTS);
    const answer = await dialogue.mail(parcel.envelope.reversePath.text, parametersOf(dialogue, parcel, needs));
    const verdict = dialogue.outcomeOf(answer);
    if (answer.code >= 300) {
      // Behind other messages that may say only that they were enough for one session.
      if (dialogue.carried > 0) throw new Unusable(verdict.why);
      return setAll(outcomes, [...now, ...left], verdict);
    }
    dialogue.transactionOpen = true;
    const { accepted, tooMany } = await nameRecipients(dialogue, now, outcomes);
    if (accepted.length === 0) continue;
    const end = needs.binary ? await dialogue.chunk(parcel.content) : await dialogue.data(parcel.content);
    // RFC 5321 §4.1.1.4: what is answered to the content ends the transaction; a refusal of DATA does not.
    dialogue.transactionOpen = !dialogue.contentBegun;
    setAll(outcomes, accepted, dialogue.outcomeOf(end));
    left = [...tooMany, ...left];
  }
  dialogue.carried++;
}

/** Those that are one too many for this transaction have the next one, where this one has others (RFC 5321 §4.5.3.1.10). */
async function nameRecipients(dialogue: Dialogue, recipients: readonly RemoteRecipient[], outcomes: Outcomes) {
  const accepted: RemoteRecipient[] = [];
  const tooMany: RemoteRecipient[] = [];
  for (const recipient of recipients) {
    const answer = await dialogue.rcpt(recipient.path.text);
    if (answer.code < 300) {
      accepted.push(recipient);
      continue;
    }
    outcomes.set(recipient, dialogue.outcomeOf(isTooMany(answer) ? { ...answer, code: 452 } : answer));
    if (isTooMany(answer)) tooMany.push(recipient);
  }
  return { accepted, tooMany };
}

/** RFC 5321 §4.5.3.1.10: 552 was once the code for it. */
function isTooMany({ code, lines }: Answer): boolean {
  return code === 452 || (code === 552 && /^[45]\.5\.3/.test(lines[0] ?? ''));
}

/** RFC 5321 §4.1.1.11: only what was offered. */
function parametersOf({ offers }: Dialogue, { content, envelope }: Parcel, needs: Needs): string[] {
  const parameters = offers.has('SIZE') ? [`SIZE=${content.length}`] : [];
  if (needs.binary) parameters.push('BODY=BINARYMIME');
  else if (needs.eightBit || (envelope.body !== '7BIT' && offers.has('8BITMIME'))) parameters.push('BODY=8BITMIME');
  if (needs.utf8) parameters.push('SMTPUTF8');
  return parameters;
}

/** What this server cannot take, whoever it is for; nothing is converted here. */
function lacking({ offers, options: { remote } }: Dialogue, { content }: Parcel, needs: Needs): Outcome | undefined {
  const limit = Number(offers.get('SIZE')?.[0] ?? 0);
  // RFC 1870 §4: 0 is no limit.
  if (limit > 0 && content.length > limit) return refused('5.3.4', `${remote} takes ${limit} octets`);
  // RFC 6152 §3, RFC 3030 §3: it must be converted, or is returned.
  if (needs.binary && !(offers.has('BINARYMIME') && offers.has('CHUNKING')))
    return refused('5.6.3', `${remote} takes no binary messages`);
  if (needs.eightBit && !offers.has('8BITMIME')) return refused('5.6.3', `${remote} takes no octets beyond ASCII`);
  // RFC 6531 §3.2.
  if (needs.utf8 && !offers.has('SMTPUTF8')) return refused('5.6.7', `${remote} takes no addresses beyond ASCII`);
  return undefined;
}

function setAll(outcomes: Outcomes, recipients: readonly RemoteRecipient[], outcome: Outcome): void {
  for (const recipient of recipients) outcomes.set(recipient, outcome);
}
