/** A disagreement between what was done and what is there: its kind, and the sentence that it breaks. */
import type { Rule } from '../witness/rules';
import type { Box, Flag } from './step';

/** The row of features/requirements whose sentence each kind breaks; its level is the row's. */
export const REQUIREMENT = {
  'uid-given-again': 'R3501-2.3.1.1-a',
  'uids-replaced': 'R3501-2.3.1-7',
  'uidnext-moved': 'R3501-2.3.1-5',
  'uidnext-taken': 'R3501-6.3.1-c',
  'message-changed': 'R3501-6.4.5-1',
  'append-lost': 'R3501-6.3.11-a',
  'append-changed': 'R3501-6.3.11-a',
  'append-half': 'R3501-6.3.11-8',
  'append-flags': 'R3501-6.3.11-6',
  'append-uid': 'R4315-3-a',
  'delivery-lost': 'R5321-6.1-1',
  'delivery-changed': 'M-robust-whole-or-not',
  'delivery-refused-and-there': 'R5321-4.2.5-3',
  'copy-lost': 'R3501-6.4.7-a',
  'copy-half': 'R3501-6.4.7-5',
  'copy-flags': 'R3501-6.4.7-1',
  'copy-uid': 'R4315-3-b',
  'move-lost': 'R6851-3.3-3',
  'move-stays': 'R6851-3.3-a',
  'message-doubled': 'R3501-6.4.7-a',
  'removed-by-nobody': 'R3501-6.4.3-a',
  'not-expunged': 'R3501-6.4.3-a',
  'not-uid-expunged': 'R4315-2.1-a',
  'not-removed-by-pop3': 'R1939-6-a',
  'removed-by-pop3': 'R1939-6-3',
  'removed-without-quit': 'R1939-6-1',
  'pop3-message-changed': 'R1939-5-g',
  'flags-not-replaced': 'R3501-6.4.6-a',
  'flag-not-added': 'R3501-6.4.6-b',
  'flag-not-removed': 'R3501-6.4.6-c',
  'flag-changed-by-nobody': 'R3501-2.3.2-a',
  'size-untold': 'R3501-6.1.2-b',
  'numbers-disagree': 'R3501-7.4.1-a',
  'flags-untold': 'R3501-5.2-4',
  'flags-of-yesterday': 'R3501-2.3.2-a',
  'search-disagrees': 'R3501-6.4.4-e',
  'modseq-kept': 'R7162-3.1-4',
  'modseq-of-new': 'R7162-3.1-a',
  'modseq-disagrees': 'R7162-3.1.4.2-a',
  'modseq-falls': 'R7162-3.1-3',
  'highestmodseq-low': 'R7162-3.1.2.1-a',
  'resync-misses': 'R7162-3.1.4.1-a',
  'no-answer': 'R3501-2.2.2-a',
  'hangs-up': 'R3501-3.4-2',
  'not-seen': 'R3501-6.4.5-p',
} as const;

/** What the witness knows by itself, of a session alone. The rest of its rules are of grammar, which `mailspec run` judges. */
export const WATCHED: ReadonlyMap<Rule, string> = new Map<Rule, string>([
  ['imap-expunge-time', 'R3501-7.4.1-1'],
  ['imap-exists-grows', 'R3501-5.2-a'],
  ['imap-number-within-exists', 'R3501-5.2-3'],
  ['imap-found-within-exists', 'R3501-5.2-3'],
  ['imap-uids-ascend', 'R3501-2.3.1-8'],
  ['imap-uid-stays', 'R3501-2.3.1-2'],
  ['imap-message-stays', 'R3501-6.4.5-1'],
  ['imap-modseq-grows', 'R7162-3.1-3'],
]);

export type Kind = keyof typeof REQUIREMENT | Rule;

/**
 * How a dialogue shows it: what is asked for at its end, and the lines that a right server answers with. UIDs stand in them as `uidIn` writes
 * them.
 */
export type Proof =
  /** The last command of this session that begins so. */
  | { session: number; command: RegExp; lines: string[] }
  /** A session that has just come. */
  | { box: Box; ask: string; lines: string[] };

export interface Finding {
  kind: Kind;
  requirement: string;
  /** One sentence. */
  says: string;
  /** Lines: what there should be, and what is there. */
  detail: string[];
  proof?: Proof;
}

/** A UID that is known in a dialogue by a name of its own, where it was told. */
export function uidIn(box: Box, uid: number): string {
  return `<${box}:${uid}>`;
}

/** The same inside of an expression. */
export function uidWithin(box: Box, uid: number): string {
  return `<${box}:${uid}!>`;
}

/** A session that has just come reads these flags of the message with this number. */
export function readsFlags(box: Box, number: number, flags: Iterable<Flag>): Proof {
  return { box, ask: `FETCH ${number} (FLAGS)`, lines: [`S* * ${number} FETCH (FLAGS (${[...flags].join(' ')}))`] };
}

/** A session that has just come finds so many messages. */
export function counts(box: Box, count: number): Proof {
  const numbers = Array.from({ length: Math.max(0, count) }, (_, at) => ` ${at + 1}`);
  return { box, ask: 'SEARCH ALL', lines: [`S* * SEARCH${numbers.join('')}`] };
}

export function proved(found: Finding, proof: Proof): Finding {
  return { ...found, proof };
}

/** @param detail lines */
export function finding(kind: keyof typeof REQUIREMENT, says: string, ...detail: string[]): Finding {
  return { kind, requirement: REQUIREMENT[kind], says, detail };
}
