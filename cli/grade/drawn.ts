/** What is drawn for a submission by its seed: who has a mailbox there, and with which password. Nothing can be written into a server beforehand. */
import { createHash } from 'node:crypto';

export interface DrawnAccount {
  address: string;
  password: string;
}

const NAMES = ['ada', 'bea', 'carl', 'dora', 'emil', 'finn', 'greta', 'hugo', 'ines', 'juan', 'kim', 'lola'];
/** One for each part that a scenario has. */
const ACCOUNTS = 3;

export function drawAccounts(seed: number, domain: string): DrawnAccount[] {
  const word = (what: string) => createHash('sha256').update(`${seed} ${what}`).digest('hex');
  return Array.from({ length: ACCOUNTS }, (_, index) => {
    const name = NAMES[Number.parseInt(word(`name ${index}`).slice(0, 6), 16) % NAMES.length]!;
    return {
      address: `${name}${index + 1}.${word(`local ${index}`).slice(0, 4)}@${domain}`,
      password: `pw-${word(`password ${index}`).slice(0, 10)}`,
    };
  });
}
