import { bad } from '../refusal';
import type { Arguments } from './arguments';

const LARGEST = 2n ** 63n - 1n;

/**
 * A mod-sequence as the client writes it (RFC 7162 §7): up to 63 bits. The store's own never come near what a number of JavaScript holds
 * exactly, so that one beyond is only greater than all of them.
 */
export function readModSequence(args: Arguments, least: 0 | 1): number {
  const digits = args.match(/\d+/y) ?? args.fail('a mod-sequence is missing');
  const value = BigInt(digits.slice(0, 20));
  if (digits.length > 19 || value > LARGEST || value < least)
    throw bad('A mod-sequence is out of range').because('syntax');
  return Number(value);
}
