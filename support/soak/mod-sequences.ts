/** Mod-sequences from one look to the next. */
import { type Finding, finding, proved } from './finding';
import { numberIn, shown } from './follows';
import type { Snapshot } from './snapshot';
import { type Box, FLAGS } from './step';

/** RFC 7162 §3.1. */
export function modSequencesFollow(box: Box, was: Snapshot, is: Snapshot): Finding | undefined {
  const highest = Math.max(was.highest ?? 0, ...[...was.messages.values()].map(({ modseq }) => modseq ?? 0));
  for (const { uid, label, flags, modseq } of is.messages.values()) {
    if (modseq === undefined) continue;
    const name = `${label} (UID ${uid}) in ${box}`;
    const above = (than: number) => {
      const number = numberIn(is, uid);
      return {
        box,
        ask: `FETCH ${number} (MODSEQ)`,
        lines: [`S* * ${number} FETCH (MODSEQ (\${n:number > ${than}}))`],
      };
    };
    if (is.highest !== undefined && modseq > is.highest)
      return finding('highestmodseq-low', `${name} has mod-sequence ${modseq}, and HIGHESTMODSEQ is ${is.highest}`);
    const known = was.messages.get(uid);
    if (known === undefined) {
      if (was.validity !== 0 && modseq <= highest)
        return proved(
          finding('modseq-of-new', `${name} is new with mod-sequence ${modseq}, and ${highest} was there before`),
          above(highest),
        );
      continue;
    }
    if (known.modseq === undefined) continue;
    if (modseq < known.modseq)
      return proved(
        finding('modseq-falls', `the mod-sequence of ${name} was ${known.modseq} and is ${modseq}`),
        above(known.modseq - 1),
      );
    const changed = FLAGS.some((flag) => flags.has(flag) !== known.flags.has(flag));
    if (changed && modseq <= highest)
      return proved(
        finding(
          'modseq-kept',
          `the flags of ${name} changed from ${shown(known.flags)} to ${shown(flags)}, and its mod-sequence is ${modseq}`,
          `there was ${highest} before`,
        ),
        above(highest),
      );
  }
  return undefined;
}
