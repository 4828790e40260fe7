/** A call that cannot be done as things stand; `code` is for programs. */
export class StoreError extends Error {
  constructor(
    readonly code:
      | 'exists'
      | 'missing'
      | 'closed'
      /** Another server has the file. */
      | 'locked'
      /** The disk has no room. */
      | 'full'
      /** The disk cannot be read or written, for whatever reason. */
      | 'unavailable',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'StoreError';
  }
}
