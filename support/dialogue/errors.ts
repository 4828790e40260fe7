/** A dialogue that cannot be played because of how it is written: the scenario's fault, never the target's. */
export class DialogueError extends Error {
  constructor(
    message: string,
    /** Line of the doc string, from 1. */
    readonly line?: number,
  ) {
    super(line === undefined ? message : `line ${line} of the dialogue: ${message}`);
    this.name = 'DialogueError';
  }
}
