/** How a target behaves beyond what it announces: how many mistakes it bears, how it slows down, which recipients it takes. */
import { OutcomeError } from '../outcome';
import type { ServiceName, Target } from '../targets/target';
import { type Answer, Conversation } from './conversation';

export interface Patience {
  /** Milliseconds until the greeting. */
  greeting: number;
  /** Wrong commands that were answered. */
  answered: number;
  /** Whether the connection was closed on them. */
  closed: boolean;
  /** Milliseconds for the first answer and for the last. */
  first: number;
  last: number;
}

/** More than this no scenario asks of a connection. */
const MOST = 25;

/**
 * Sends a command that no protocol knows until the server hangs up or the bound is reached.
 * @throws OutcomeError when the service is out of reach
 */
export async function tryPatience(target: Target, name: ServiceName, most = MOST): Promise<Patience> {
  const { conversation, greeting } = await Conversation.open(target, name);
  const answers: Answer[] = [];
  try {
    while (answers.length < most) answers.push(await conversation.ask('XMAILSPEC'));
  } catch (error) {
    if (!(error instanceof OutcomeError)) throw error;
  } finally {
    conversation.close();
  }
  return {
    greeting: greeting.milliseconds,
    answered: answers.length,
    closed: answers.length < most,
    first: answers[0]?.milliseconds ?? 0,
    last: answers.at(-1)?.milliseconds ?? 0,
  };
}

export interface RecipientHabit {
  /** `an account`, `an unknown address`, `a foreign address`. */
  whose: string;
  address: string;
  /** The code that RCPT was answered with, or that of the command before it that was refused. */
  code: string;
}

/** What the SMTP service says to recipients of three kinds, each on a connection of its own; nothing is sent. */
export async function tryRecipients(target: Target): Promise<RecipientHabit[]> {
  const kinds: [whose: string, address: string | undefined][] = [
    ['an account', target.account('alice').address],
    ['an unknown address', target.unknown],
    ['a foreign address', 'someone@foreign.mailspec.test'],
  ];
  const habits: RecipientHabit[] = [];
  for (const [whose, address] of kinds) {
    if (address !== undefined) habits.push({ whose, address, code: await answerTo(target, address) });
  }
  return habits;
}

async function answerTo(target: Target, address: string): Promise<string> {
  const { conversation, greeting } = await Conversation.open(target, 'smtp');
  try {
    let { status } = greeting;
    for (const command of ['EHLO client.mailspec.test', `MAIL FROM:<${target.sender}>`, `RCPT TO:<${address}>`]) {
      if (!status.startsWith('2')) break;
      ({ status } = await conversation.ask(command));
    }
    return status;
  } finally {
    conversation.close();
  }
}
