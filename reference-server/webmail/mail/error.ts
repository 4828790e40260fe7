/** What the mail system refused, or could not do, in words that pages have sentences for. */

export type MailErrorCode =
  /** User or password are wrong. */
  | 'login-refused'
  /** No answer, or the connection was lost. */
  | 'unreachable'
  /** The folder or the message is not there, or not there any more. */
  | 'gone'
  /** A folder of this name is there, or cannot be made. */
  | 'refused';

export class MailError extends Error {
  constructor(
    readonly code: MailErrorCode,
    message: string = code,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'MailError';
  }
}
