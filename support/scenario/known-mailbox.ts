/** What a client that has been in `${mailbox}` and left remembers, as RFC 7162 §3.2.5 has it say when it comes back. */
import { NotApplicable } from '../outcome';
import { rung } from './ladders';
import type { Stage } from './stage';

/** A number that no dialogue of a scenario has any use for. */
const CONNECTION = 9;

const RUNGS = [
  rung('ENABLE', 'C: k1 ENABLE QRESYNC', 'S* * ENABLED QRESYNC ${*}', 'S: k1 OK'),
  rung(
    'SELECT',
    'C: k2 SELECT ${quoted(mailbox)}',
    'S? * OK [NOMODSEQ]',
    'S* * OK [UIDVALIDITY ${validity:number}]',
    'S* * OK [UIDNEXT ${next:number}]',
    'S* * OK [HIGHESTMODSEQ ${highest:number}]',
    'S: k2 OK',
  ),
  rung(
    'FETCH',
    'C: k3 FETCH 1:4 (UID)',
    'S* * 1 FETCH (UID ${one:number})',
    'S* * 2 FETCH (UID ${two:number})',
    'S* * 3 FETCH (UID ${three:number})',
    'S* * 4 FETCH (UID ${four:number})',
    'S: k3 OK',
  ),
];

/**
 * Binds `validity`, `next`, `highest`, and `one` to `four`: the UIDs of its four messages.
 * @throws NotApplicable where the mailbox keeps no mod-sequences
 */
export async function learnMailbox(stage: Stage): Promise<void> {
  await stage.aside({ spoken: 'imap', state: 'authenticated' }, CONNECTION, () => stage.bringAbout(RUNGS, CONNECTION));
  if (!stage.scope.has('highest'))
    throw new NotApplicable('no-mod-sequences', 'its mailboxes keep no mod-sequences: NOMODSEQ (RFC 7162 §3.1.2.2)');
}
