import type { Timeouts } from './options';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** RFC 5321 §4.5.3.2: what each command has at least. Of the last five it says nothing. */
export const DEFAULT_TIMEOUTS: Timeouts = {
  greeting: 5 * MINUTE,
  mail: 5 * MINUTE,
  rcpt: 5 * MINUTE,
  data: 2 * MINUTE,
  block: 3 * MINUTE,
  end: 10 * MINUTE,
  other: 5 * MINUTE,
  quit: 10 * SECOND,
  connect: 30 * SECOND,
  dns: 5 * SECOND,
  kept: 0.25 * SECOND,
  policy: MINUTE,
};
