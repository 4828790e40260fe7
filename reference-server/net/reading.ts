/**
 * Octets that came, and whether the session wants a line or a block of them; gives what it is to see of them by now. It is asked whenever
 * something is wanted, also when nothing has come since; a line is shown by itself, so that what follows it is shown as what it is
 * taken for.
 */
export type Reading = (octets: Buffer, want: 'line' | 'block') => Buffer;
