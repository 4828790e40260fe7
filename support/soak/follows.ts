/** What may follow from steps that ran at once, whatever their order. */
import { type Effect, type EffectOf, ofKind } from './effect';
import type { Message, Snapshot } from './snapshot';
import type { Box, Flag } from './step';

export type State = Record<Box, Snapshot>;

/** Whether a message may be gone by this. */
export function mayRemove(effect: Effect, box: Box, message: Message, effects: readonly Effect[]): boolean {
  if (effect.box !== box) return false;
  switch (effect.kind) {
    case 'expunges':
      if (effect.way === 'uid-expunge' && !effect.uids.includes(message.uid)) return false;
      return message.flags.has('\\Deleted') || flagValues(box, message, '\\Deleted', effects).has(true);
    case 'copies':
      return effect.way === 'move' && effect.uids.includes(message.uid);
    case 'removes':
      return effect.certainty !== 'refused' && effect.labels.includes(message.label);
    default:
      return false;
  }
}

/** The sequence number of a message. */
export function numberIn({ messages }: Snapshot, uid: number): number {
  return [...messages.keys()].indexOf(uid) + 1;
}

/** The values that a flag of a message may have when all is done. */
export function flagValues(box: Box, message: Message, flag: Flag, effects: readonly Effect[]): Set<boolean> {
  const acts = touching(box, message.uid, flag, effects);
  const values = new Set<boolean>();
  if (!acts.some(({ certainty }) => certainty === 'sure')) values.add(message.flags.has(flag));
  for (const act of acts) values.add(act.sign !== '-' && act.flags.includes(flag));
  return values;
}

/** What may have changed a flag of a message. */
export function touching(box: Box, uid: number, flag: Flag, effects: readonly Effect[]): EffectOf<'flags'>[] {
  return ofKind(effects, 'flags').filter(
    (one) =>
      one.box === box &&
      one.certainty !== 'refused' &&
      one.uids.includes(uid) &&
      (one.sign === '=' || one.flags.includes(flag)),
  );
}

/** `(\\Seen)` */
export function shown(flags: ReadonlySet<Flag>): string {
  return `(${[...flags].join(' ')})`;
}
