/** What comes of looking at a signature, in the words of RFC 8601 §2.7.1. */

/** No `none`: that is what is said of a message without a signature. */
export type DkimWord = 'pass' | 'fail' | 'policy' | 'neutral' | 'temperror' | 'permerror';

export interface DkimResult {
  readonly word: DkimWord;
  /** Why it is no pass, for people. */
  readonly why?: string;
  /** Its d= and s=, where they can be read. */
  readonly domain?: string;
  readonly selector?: string;
}

/** Ends the look at a signature (RFC 6376 §6.1). */
export class DkimError extends Error {
  constructor(
    readonly word: Exclude<DkimWord, 'pass'>,
    why: string,
  ) {
    super(why);
  }
}
