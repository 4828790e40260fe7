/** Which end of a connection is ours. */
import type { ConnectionName } from './transcript';

export interface Ends {
  /** In the transcript. */
  name: ConnectionName;
  ours: 'C' | 'S';
  theirs: 'C' | 'S';
  /** We, and who is at the other end, in words. */
  we: 'client' | 'server';
  peer: 'client' | 'server';
}

/** The suite as a client, on the connection with this number. */
export function asClient(number: number): Ends {
  return { name: number, ours: 'C', theirs: 'S', we: 'client', peer: 'server' };
}

/** The suite as a host of the outside world; the label names the session: `mx1`, `mx1#2`. */
export function asHost(label: string): Ends {
  return { name: label, ours: 'S', theirs: 'C', we: 'server', peer: 'client' };
}
