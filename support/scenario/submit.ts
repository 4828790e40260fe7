/** A user hands a message in at the port for users (RFC 6409). */
import { sayGoodbye } from '../wire/parting';
import { rung } from './ladders';
import { messageToSend } from './named-messages';
import { usersDoor } from './needs';
import type { Stage } from './stage';

/** The connection that the suite submits on: no dialogue uses a number beyond 9. */
const SUBMITTING = 9;

/**
 * Alice submits a message, envelope from herself.
 * @param recipients addresses with a comma between them; `${…}` works
 * @throws Blocked where it is refused
 */
export async function submitMessage(stage: Stage, name: string, recipients: string): Promise<void> {
  await (await stage.elsewhere()).leadElsewhere();
  await submit(stage, messageToSend(stage, name), recipients);
}

/** @see submitMessage; octets in place of a message's name */
export async function submit(stage: Stage, message: Buffer, recipients: string): Promise<void> {
  stage.scope.set('submitted', message);
  const eightBit = message.some((octet) => octet > 127) ? ' BODY=8BITMIME' : '';
  const transaction = [
    rung('MAIL', `C: MAIL FROM:<\${alice}>${eightBit}`, 'S: 250'),
    ...recipients.split(/, */).map((recipient) => rung('RCPT', `C: RCPT TO:<${recipient}>`, 'S: 250/251')),
    rung('DATA', 'C: DATA', 'S: 354'),
    rung('the message', 'C~ ${stuffed(submitted)}', 'C: .', 'S: 250'),
  ];
  await stage.aside({ spoken: usersDoor(stage.target) ?? 'submission', state: 'after AUTH' }, SUBMITTING, async () => {
    await stage.bringAbout(transaction, SUBMITTING);
    await sayGoodbye(stage.session(SUBMITTING).connection, 'QUIT');
  });
}
