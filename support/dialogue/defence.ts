/**
 * What a server may do to a client that attacks it: RFC 5321 §7.8, “servers be permitted to detect such attacks and take action to defend
 * themselves”, for example “close the connection after generating an appropriate number of 5yz … replies”.
 */
import { WireMismatch } from '../wire/mismatch';
import { endWithin } from '../wire/parting';
import type { Step } from './dialogue';
import { Differs } from './differs';
import type { Session } from './session';

const REFUSAL = /^(?:[45]\d\d-[^\n]*\n)*[45]\d\d [^\n]*\n$/;
/** RFC 5321 §3.8, RFC 7504 §3: these say by themselves that the server goes. */
const FAREWELL = /^(?:421|521) [^\n]*\n$/;

/** The only connection that hostile scenarios attack on: what one client sends harms no other. */
const ATTACKER = 1;

/**
 * Whether what is not as the dialogue has it is a defence: it is refused and the connection is over. Over without a word, or with a farewell, it
 * may be behind a refusal only: anything else may be a server that fell, and another answer may be the attack's effect.
 */
export async function isDefence(error: unknown, step: Step, session: Session): Promise<boolean> {
  if (session.number !== ATTACKER || (session.protocol !== 'smtp' && session.protocol !== 'lmtp')) return false;
  if (!(error instanceof Differs || error instanceof WireMismatch)) return false;
  const came = (error instanceof Differs ? error.came : error.facts.came).toString('latin1');
  // Whatever came before: this is the answer to what the dialogue asks here.
  const answer = step.kind === 'expect' && error.code === 'status-differs';
  if (answer ? !REFUSAL.test(came) : !session.refused || !(came === '' || FAREWELL.test(came))) return false;
  if (FAREWELL.test(came)) return true;
  await endWithin(session.connection);
  return session.connection.ended !== undefined && session.connection.unread.length === 0;
}
