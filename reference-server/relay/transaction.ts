/** Hands one message to one server, in as few transactions as it lets (RFC 5321 §3.3, §4.5.4.1). */

import type { RemoteRecipient } from '../delivery/mail';
import type { Answer } from './answer';
import { isEnded } from './content';
import { type Dialogue, Unusable } from './dialogue';
import type { FitParcel } from './fitted';
import type { Outcome } from './outcome';
import { mailParameters, rcptParameters } from './parameters';
import type { Parcel } from './parcel';
import { isTimeLost } from './time-left';

/** RFC 5321 §4.5.3.1.8: what every server takes in one transaction. */
const MOST_RECIPIENTS = 100;

export type Outcomes = Map<RemoteRecipient, Outcome>;

/** Sets an outcome for each recipient. Throws what the dialogue throws; what was set by then stands. */
export async function handOver(dialogue: Dialogue, parcel: Parcel, outcomes: Outcomes): Promise<void> {
  const fit = dialogue.fitted(parcel);
  if ('kind' in fit) return setAll(outcomes, parcel.recipients, fit);
  for (let left = [...parcel.recipients]; left.length > 0; ) {
    if (dialogue.transactionOpen) await dialogue.reset();
    const now = left.splice(0, MOST_RECIPIENTS);
    const { refusal, tooMany } = await transact(dialogue, { ...fit, recipients: now }, outcomes);
    if (refusal) return setAll(outcomes, [...now, ...left], refusal);
    left = [...tooMany, ...left];
  }
  dialogue.carried++;
}

/**
 * One transaction; gives why nobody can have the message from this sender, or who is one too many for this transaction and has the next
 * one, where this one has others (RFC 5321 §4.5.3.1.10).
 */
async function transact(
  dialogue: Dialogue,
  parcel: FitParcel,
  outcomes: Outcomes,
): Promise<{ refusal?: Outcome; tooMany: RemoteRecipient[] }> {
  const { envelope, recipients, content, needs } = parcel;
  const { offers } = dialogue;
  const byChunks = needs.binary || (!isEnded(content) && offers.has('CHUNKING'));
  const send = sending(offers.has('PIPELINING'));
  dialogue.contentBegun = false;
  const mail = send(() => dialogue.mail(envelope.reversePath.text, mailParameters(dialogue, parcel)));
  const rcpts = recipients.map((one) =>
    send(() => dialogue.rcpt(one.path.text, rcptParameters(dialogue, one, parcel))),
  );
  // RFC 2920 §3.1: the last of a group.
  const data = byChunks ? undefined : send(() => dialogue.startData());

  const answer = await mail.answer();
  if (answer.code >= 300) {
    const refusal = dialogue.outcomeOf(answer);
    for (const rcpt of rcpts) if (rcpt.sent) await rcpt.answer();
    if (data?.sent) await withoutContent(dialogue, await data.answer());
    // Behind other messages that may say only that they were enough for one session.
    if (dialogue.carried > 0) throw new Unusable(refusal.why);
    return { refusal, tooMany: [] };
  }
  dialogue.transactionOpen = true;
  const { accepted, tooMany } = await sorted(dialogue, recipients, rcpts, outcomes);
  if (accepted.length === 0) {
    if (data?.sent) await withoutContent(dialogue, await data.answer());
    return { tooMany: [] };
  }
  const end = await (data ? byData(dialogue, await data.answer(), content) : dialogue.chunks(content));
  // RFC 5321 §4.1.1.4: what is answered to the content ends the transaction; a refusal of DATA does not, or of a chunk.
  dialogue.transactionOpen = end.code >= 300 && (byChunks || !dialogue.contentBegun);
  const outcome = dialogue.outcomeOf(end);
  const timeLost = isTimeLost(envelope, offers, dialogue.options.clock.now());
  setAll(
    outcomes,
    accepted,
    outcome.kind === 'delivered' ? { ...outcome, notifies: offers.has('DSN'), timeLost } : outcome,
  );
  return { tooMany };
}

interface Sent {
  /** Whether it was written already: then its answer comes. */
  readonly sent: boolean;
  /** Writes it, where it was not yet. */
  answer(): Promise<Answer>;
}

/** Commands go out in one group where the server takes that (RFC 2920 §3.1), otherwise each when its answer is asked for. */
function sending(together: boolean): (command: () => Promise<Answer>) => Sent {
  return (command) => {
    if (!together) return { sent: false, answer: command };
    const answer = command();
    // What goes wrong is heard by who asks for the answer.
    answer.catch(() => {});
    return { sent: true, answer: () => answer };
  };
}

/** Whom the server takes; sets an outcome for whom it does not take. */
async function sorted(
  dialogue: Dialogue,
  recipients: readonly RemoteRecipient[],
  rcpts: readonly Sent[],
  outcomes: Outcomes,
) {
  const accepted: RemoteRecipient[] = [];
  const tooMany: RemoteRecipient[] = [];
  for (const [i, recipient] of recipients.entries()) {
    const answer = await rcpts[i]!.answer();
    if (answer.code < 300) {
      accepted.push(recipient);
      continue;
    }
    outcomes.set(recipient, dialogue.outcomeOf(isTooMany(answer) ? { ...answer, code: 452 } : answer));
    if (isTooMany(answer)) tooMany.push(recipient);
  }
  return { accepted, tooMany };
}

/** A server may say 354 although it took nobody: then there is no message, and a dot alone ends it (RFC 2920 §3.1). */
async function withoutContent(dialogue: Dialogue, { code }: Answer): Promise<void> {
  if (code === 354) await dialogue.content(Buffer.alloc(0));
}

async function byData(dialogue: Dialogue, answer: Answer, content: Buffer): Promise<Answer> {
  if (answer.code >= 400) return answer;
  if (answer.code !== 354) throw new Unusable(`said ${answer.code} to DATA`);
  return dialogue.content(content);
}

/** RFC 5321 §4.5.3.1.10: 552 was once the code for it. */
function isTooMany({ code, lines }: Answer): boolean {
  return code === 452 || (code === 552 && /^[45]\.5\.3/.test(lines[0] ?? ''));
}

function setAll(outcomes: Outcomes, recipients: readonly RemoteRecipient[], outcome: Outcome): void {
  for (const recipient of recipients) outcomes.set(recipient, outcome);
}
