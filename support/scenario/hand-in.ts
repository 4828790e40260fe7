/** One transaction on a connection of its own, whoever the sender is (RFC 5321 §3.3). */
import { sayGoodbye } from '../wire/parting';
import { rung } from './ladders';
import type { Stage } from './stage';
import type { Start } from './starts';

/** The connection that the suite sends on: no dialogue uses a number beyond 9, and a session 1 of the scenario stays as it is. */
export const SENDING = 9;

/**
 * @param start where the session stands when MAIL may come
 * @param envelope addresses, in which `${…}` works
 * @throws Blocked where it is refused
 */
export async function handIn(
  stage: Stage,
  start: Start,
  { from, to }: { from: string; to: readonly string[] },
  message: Buffer,
): Promise<void> {
  stage.scope.set('sent', message);
  const transaction = [
    rung('MAIL', `C: MAIL FROM:<${from}>${is8bit(message) ? ' BODY=8BITMIME' : ''}`, 'S: 250'),
    ...to.map((recipient) => rung('RCPT', `C: RCPT TO:<${recipient}>`, 'S: 250/251')),
    rung('DATA', 'C: DATA', 'S: 354'),
    rung('the message', 'C~ ${stuffed(sent)}', 'C: .', 'S: 250'),
  ];
  await stage.aside(start, SENDING, async () => {
    await stage.bringAbout(transaction, SENDING);
    await sayGoodbye(stage.session(SENDING).connection, 'QUIT');
  });
}

/** RFC 6152 §2: what is not ASCII is declared; scenarios that send it need 8BITMIME. */
function is8bit(message: Buffer): boolean {
  return message.some((octet) => octet > 127);
}
