/** What became of the target, as far as one scenario is concerned. */
export type Vital =
  | { state: 'alive' }
  /** It was dead and is up again; the last lines that it wrote. */
  | { state: 'revived'; how: string; words?: string }
  /** Another scenario found it dead; it was brought back since this one began. */
  | { state: 'revived-before' }
  /** Nobody can bring it back. */
  | { state: 'dead'; how: string };
