/**
 * A little of everything that a protocol's rules are about, so that they can be judged where nothing else is played: `--only witness`, one
 * rule by its id, a mistake. What goes wrong in it, other scenarios judge.
 */
import { defineAnyMessage, defineMessage } from '../scenario/named-messages';
import { fillInbox } from '../scenario/post';
import type { Stage } from '../scenario/stage';
import type { Exercise } from './exercises/exercise';
import { IMAP_EXERCISE, STRUCTURED } from './exercises/imap';
import { POP3_EXERCISE } from './exercises/pop3';
import { LMTP_EXERCISE, SMTP_EXERCISE } from './exercises/smtp';
import type { WitnessedProtocol } from './rules';

const EXERCISES: Record<WitnessedProtocol, readonly Exercise[]> = {
  smtp: SMTP_EXERCISE,
  lmtp: LMTP_EXERCISE,
  pop3: POP3_EXERCISE,
  imap: IMAP_EXERCISE,
};

/** Messages in alice's inbox while it is played. */
const MESSAGES = 3;

export async function playExercise(stage: Stage, protocol: WitnessedProtocol): Promise<void> {
  const name = 'exercise';
  defineAnyMessage(stage, name);
  defineMessage(stage, 'structured', STRUCTURED);
  await fillInbox(stage, 'alice', [{ message: name, times: String(MESSAGES) }]).catch(() => undefined);
  for (const exercise of EXERCISES[protocol]) await playSession(stage, exercise);
}

async function playSession(stage: Stage, { start, dialogues }: Exercise): Promise<void> {
  try {
    await stage.openSession(start);
  } catch {
    return;
  }
  for (const dialogue of dialogues) await stage.bringAbout([{ asks: '', dialogue }], 1).catch(() => undefined);
  await stage.leaveAll();
}
