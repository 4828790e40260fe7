/** What a step may have done to the mailboxes: with its answer, what must be there afterwards, what may, and what must not. */
import type { Box, Flag, Sign } from './step';

/** `sure`: it was done, all of it. `maybe`: nobody knows, or only of some. `refused`: it was not done, and must have left nothing. */
export type Certainty = 'sure' | 'maybe' | 'refused';

interface Done {
  certainty: Certainty;
  /** What was said, for findings: `b3 UID STORE 4 +FLAGS (\Seen)`. */
  by: string;
}

export type Effect = Done &
  (
    | { kind: 'arrives'; way: 'append' | 'deliver'; box: Box; label: string; flags: readonly Flag[]; uid?: number }
    | {
        kind: 'flags';
        way: 'store' | 'fetch' | 'pop3';
        box: Box;
        uids: readonly number[];
        sign: Sign;
        flags: readonly Flag[];
      }
    | {
        kind: 'copies';
        way: 'copy' | 'move';
        box: Box;
        to: Box;
        uids: readonly number[];
        labels: ReadonlyMap<number, string>;
        pairs?: ReadonlyMap<number, number>;
      }
    /**
     * Of these UIDs, or of all. `known`: those that it was told are \Deleted. Of what others have marked and not told it yet, a server may keep
     * the view of the session.
     */
    | {
        kind: 'expunges';
        way: 'expunge' | 'uid-expunge';
        box: Box;
        uids: readonly number[];
        known: ReadonlySet<number>;
      }
    | { kind: 'removes'; box: Box; labels: readonly string[] }
  );

export type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

export function ofKind<K extends Effect['kind']>(effects: readonly Effect[], kind: K): EffectOf<K>[] {
  return effects.filter((effect): effect is EffectOf<K> => effect.kind === kind);
}
