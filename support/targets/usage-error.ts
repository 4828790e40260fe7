/** What the caller wrote is wrong: a target file, an option, an environment variable. The command ends with 64. */
export class UsageError extends Error {
  /**
   * @param code stable, kebab-case: `target-file-invalid`, `not-loopback`, …
   * @param message one line for each thing that is wrong, each with what to write instead
   */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}
