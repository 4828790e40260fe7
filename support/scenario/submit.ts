/** A user hands a message in at the port for users (RFC 6409). */
import { handIn } from './hand-in';
import { messageToSend } from './named-messages';
import { usersDoor } from './needs';
import type { Stage } from './stage';
import type { Start } from './starts';

/**
 * Alice submits a message, envelope from herself.
 * @param recipients addresses with a comma between them; `${…}` works
 * @throws Blocked where it is refused
 */
export async function submitMessage(stage: Stage, name: string, recipients: string): Promise<void> {
  await (await stage.elsewhere()).leadElsewhere();
  await stage.leadFor(recipients);
  const message = messageToSend(stage, name);
  stage.submitted.push({ message, recipients: stage.scope.expand(recipients).toString().split(/, */) });
  await submit(stage, message, recipients);
}

/** @see submitMessage; octets in place of a message's name */
export async function submit(stage: Stage, message: Buffer, recipients: string): Promise<void> {
  const start: Start = { spoken: usersDoor(stage.target) ?? 'submission', state: 'after AUTH' };
  await handIn(stage, start, { from: '${alice}', to: recipients.split(/, */) }, message);
}
