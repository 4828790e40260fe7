/** The queue could not be spoken to as things stand; `code` is for programs, the message says what to do. */
export class ControlError extends Error {
  constructor(
    readonly code: /** No server keeps its mail there. */
      | 'no-mail'
      /** A server runs, and is somebody else's. */
      | 'denied'
      /** A server runs, and cannot be spoken to. */
      | 'unreachable'
      /** It gave no answer, or said that it could not do it. */
      | 'failed',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'ControlError';
  }
}
