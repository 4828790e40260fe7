/** What a check of the house finds: where, and what to do about it. */
export interface Finding {
  /** `path:line`, relative to the package's root. */
  at: string;
  message: string;
}

/** A check looks at the whole tree and gives what it finds; nothing found is a pass. */
export type Check = (root: string) => Finding[] | Promise<Finding[]>;
