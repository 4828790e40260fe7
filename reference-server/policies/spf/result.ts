/** What comes of asking whether a host may send for a domain (RFC 7208 §2.6). */

export type SpfWord = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

export interface SpfResult {
  readonly word: SpfWord;
  /** Whose record said so. */
  readonly domain: string;
  /** What that domain has to say to whom it turns away (RFC 7208 §6.2). */
  readonly explanation?: string;
}

/** Ends the evaluation, however deep (RFC 7208 §4.6). */
export class SpfError extends Error {
  constructor(
    readonly word: 'temperror' | 'permerror',
    message: string,
  ) {
    super(message);
  }
}

export function permanent(message: string): SpfError {
  return new SpfError('permerror', message);
}
