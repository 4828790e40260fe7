import { Mismatch } from '../outcome';
import { excerpt } from './escape';

/** What the wire knows of a mismatch, so that others can show it in their own way. */
export interface WireFacts {
  /** The octets that were sent last, masked where they hold secrets. */
  asked: string;
  /** The octets that came and were not read, as they are. */
  came: Buffer;
  /** Hides secrets in what is shown. */
  mask(text: string): string;
}

/** The server did something on the wire that ends or spoils the exchange: silence, a lost connection, a broken frame. */
export class WireMismatch extends Mismatch {
  constructor(
    /** `timeout`, `closed`, `reset`, `line-too-long`, `reply-too-long`, `malformed-reply`, `malformed-payload`, `too-much`, `tls-failed`, … */
    code: string,
    reason: string,
    readonly facts: WireFacts,
  ) {
    super(
      code,
      reason,
      `asked: ${facts.asked || '(nothing yet)'}\ncame:  ${facts.mask(excerpt(facts.came)) || '(nothing)'}`,
    );
  }
}
