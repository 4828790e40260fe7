/** What a report was given to read is not what it should be: a baseline, a requirement file, an earlier run. */
export class InputError extends Error {
  /** @param message one line that names the file and what to mend */
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}
