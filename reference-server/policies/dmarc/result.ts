/** What comes of holding a message against the wishes of its author's domain (RFC 7489 §11.2). */

import type { Wish } from './record';

export type DmarcWord = 'none' | 'pass' | 'fail' | 'temperror' | 'permerror';

export interface DmarcResult {
  readonly word: DmarcWord;
  /** That of the From field; '' where it is a group without members. */
  readonly domain: string;
  /** What is to become of a message that fails, or, of an error, might be. */
  readonly wish: Wish;
}
