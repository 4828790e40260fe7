/** Whether a message that a host is waited to take has been given up: its sender has it back (RFC 5321 §6.1), and nobody tries any more. */
import { isIn } from '../targets/addresses';
import type { Sought } from './delivery';
import { headerValue } from './message';
import { bounce } from './sought';
import type { Stage } from './stage';

/** Milliseconds between two looks into her inbox, which may be a login each. */
const PAUSE = 1000;

/**
 * @returns asked again and again: whether alice has heard of every recipient that the message she submitted has failed. A report that does not
 * show which message it speaks of says nothing: another one to the same address may have come back.
 */
export function comesBack(stage: Stage, sought: Sought): () => Promise<boolean> {
  let next = performance.now() + PAUSE;
  return async () => {
    if (performance.now() < next) return false;
    const all = await haveFailed(stage, sought);
    next = performance.now() + PAUSE;
    return all;
  };
}

async function haveFailed({ submitted, target }: Stage, sought: Sought): Promise<boolean> {
  const own = submitted.filter(({ message }) => sought.matches(message));
  if (own.length !== 1) return false;
  const { message, recipients } = own[0]!;
  // An alias may lead to several, of whom one has failed.
  if (recipients.some((address) => isIn(target.domains, address))) return false;
  const subject = headerValue(message, 'Subject');
  if (subject === undefined) return false;
  const { messages } = await target.inbox(target.account('alice'));
  const speaking = messages.filter((each) => each.includes(subject));
  return recipients.every((address) => speaking.some((each) => bounce(address).matches(each)));
}
