/** What the witness says of a conversation that is written down. */
import { Recording } from '../wire/recording';
import { Ledger } from '../witness/ledger';
import { hear } from '../witness/witness';

const LINE = /^([CS])([:~]) ?/;

/**
 * @param said `C: …` and `S: …` are lines with CRLF, `S~ …` exactly these octets
 * @returns the rules that are broken, and those that had something to be held against
 */
export function witnessed(
  protocol: string,
  ...said: string[]
): { broken: string[]; applied: Set<string>; details: string } {
  const recording = new Recording(protocol);
  for (const line of said) {
    const [head, from, how] = LINE.exec(line) as unknown as [string, 'C' | 'S', string];
    recording.hear(from, Buffer.from(line.slice(head.length) + (how === ':' ? '\r\n' : ''), 'latin1'));
  }
  const ledger = new Ledger();
  hear(recording, ledger);
  const { broken, applied } = ledger;
  return { broken: broken.map(({ rule }) => rule), applied, details: broken.map(({ detail }) => detail).join('\n') };
}
