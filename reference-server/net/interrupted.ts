/** Why a session ends while it waits: thrown by a connection's reads, caught where the protocol says farewell. */

export type Interruption =
  /** The peer closed or broke the connection: there is nobody to say farewell to. */
  | 'gone'
  /** Nothing came for longer than the limit. */
  | 'idle'
  /** The server is closing. */
  | 'shutdown'
  /** A line without end. */
  | 'flood';

export class Interrupted extends Error {
  constructor(readonly reason: Interruption) {
    super(`the session was interrupted: ${reason}`);
    this.name = 'Interrupted';
  }
}
