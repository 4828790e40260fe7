/** A file of the specification itself cannot be read: a feature file, a requirement file. The suite is broken, not its input. */
export class SpecificationError extends Error {
  /** @param message one line that names the file and what is wrong */
  constructor(message: string) {
    super(message);
    this.name = 'SpecificationError';
  }
}
