/** What is new in a mailbox: whether it came as often as it was put there, with the flags that it was given, under the UID that was told. */
import type { Effect, EffectOf } from './effect';
import { counts, type Finding, finding, proved, readsFlags } from './finding';
import { flagValues, mayRemove, numberIn, type State, shown } from './follows';
import type { Message, Snapshot } from './snapshot';
import { type Box, FLAGS, type Flag } from './step';

/** How one message may have come into a mailbox. */
interface Origin {
  effect: EffectOf<'arrives'> | EffectOf<'copies'>;
  label: string;
  /** It must be there, it may, or it must not. */
  certainty: Effect['certainty'];
  allows(flag: Flag): ReadonlySet<boolean>;
}

const ANY: ReadonlySet<boolean> = new Set([true, false]);

/** @returns what does not follow */
export function arrivalsFollow(box: Box, before: State, is: Snapshot, effects: readonly Effect[]): Finding | undefined {
  const origins = originsOf(box, before, effects);
  // What has none of our labels came from somebody else.
  const fresh = [...is.messages.values()].filter(({ uid, label }) => label !== '' && !before[box].messages.has(uid));
  for (const label of new Set([...origins.map((one) => one.label), ...fresh.map((one) => one.label)])) {
    const mine = origins.filter((one) => one.label === label);
    const came = fresh.filter((one) => one.label === label);
    const wrong =
      countFollows(box, label, mine, came, is, effects) ??
      flagsFollow(box, mine, came, is, effects) ??
      uidsFollow(mine, is, box, effects);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function originsOf(box: Box, before: State, effects: readonly Effect[]): Origin[] {
  const origins: Origin[] = [];
  for (const effect of effects) {
    if (effect.kind === 'arrives' && effect.box === box) {
      const { label, certainty, flags, way } = effect;
      origins.push({
        effect,
        label,
        certainty,
        allows: (flag) => (way === 'deliver' ? ANY : new Set([flags.includes(flag)])),
      });
    }
    if (effect.kind !== 'copies' || effect.to !== box) continue;
    for (const uid of effect.uids) {
      const source = before[effect.box].messages.get(uid);
      if (source === undefined) {
        // Gone, and the session was not told yet: a server may still have it for that session (RFC 2180 §4.4).
        const certainty = effect.certainty === 'sure' ? 'maybe' : effect.certainty;
        origins.push({ effect, label: effect.labels.get(uid) ?? '', certainty, allows: () => ANY });
        continue;
      }
      const others = effects.filter((one) => one !== effect);
      const contested = others.some((one) => mayRemove(one, effect.box, source, effects));
      const certainty = effect.certainty === 'sure' && contested ? 'maybe' : effect.certainty;
      // A copy has the flags of some moment: from before what runs beside it, or after.
      const allows = (flag: Flag) =>
        new Set([source.flags.has(flag), ...flagValues(effect.box, source, flag, effects)]);
      origins.push({ effect, label: source.label, certainty, allows });
    }
  }
  return origins;
}

function countFollows(
  box: Box,
  label: string,
  origins: readonly Origin[],
  came: readonly Message[],
  is: Snapshot,
  effects: readonly Effect[],
): Finding | undefined {
  const there = is.messages.size - came.length;
  const most = origins.filter(({ certainty }) => certainty !== 'refused').length;
  // What came with \Deleted, or is taken by its label, may be gone again already.
  const fleeting = effects.some((one) => one.box === box && (one.kind === 'expunges' || one.kind === 'removes'));
  const least = fleeting ? 0 : origins.filter(({ certainty }) => certainty === 'sure').length;
  const said = origins.map(({ effect }) => effect.by);
  if (came.length < least) {
    const lost = origins.find(({ certainty }) => certainty === 'sure')!;
    const told = finding(
      kindOf(lost, 'lost'),
      `${label} is not in ${box}: ${least} should have come, ${came.length} did`,
      ...said,
    );
    return proved(told, counts(box, there + least));
  }
  if (came.length <= most) return undefined;
  const refused = origins.find(({ certainty }) => certainty === 'refused');
  const kind = refused === undefined ? 'message-doubled' : kindOf(refused, 'refused');
  const detail = [...said, ...came.map(({ uid }) => `UID ${uid} is there`)];
  const told = finding(
    kind,
    `${label} came into ${box} ${came.length} times, and ${most} times at most it may have`,
    ...detail,
  );
  return proved(told, counts(box, there + most));
}

function kindOf({ effect }: Origin, how: 'lost' | 'refused') {
  if (effect.kind === 'copies')
    return how === 'refused' ? 'copy-half' : effect.way === 'copy' ? 'copy-lost' : 'move-lost';
  if (effect.way === 'append') return how === 'refused' ? 'append-half' : 'append-lost';
  return how === 'refused' ? 'delivery-refused-and-there' : 'delivery-lost';
}

function flagsFollow(
  box: Box,
  origins: readonly Origin[],
  came: readonly Message[],
  is: Snapshot,
  effects: readonly Effect[],
): Finding | undefined {
  // POP3 may have read it already.
  const judged = FLAGS.filter(
    (flag) => flag !== '\\Seen' || !effects.some((one) => one.kind === 'flags' && one.way === 'pop3'),
  );
  for (const { uid, label, flags } of came) {
    const odd = judged.find((flag) => !origins.some((origin) => origin.allows(flag).has(flags.has(flag))));
    if (odd === undefined || origins.length === 0) continue;
    const { effect } = origins[0]!;
    const right = FLAGS.filter((flag) => flags.has(flag) !== (flag === odd));
    const told = finding(
      effect.kind === 'copies' ? 'copy-flags' : 'append-flags',
      `${label} came into ${box} ${flags.has(odd) ? 'with' : 'without'} ${odd}`,
      `it has ${shown(flags)}`,
      effect.by,
    );
    return proved(told, readsFlags(box, numberIn(is, uid), right));
  }
  return undefined;
}

/** APPENDUID and COPYUID, where they came (RFC 4315 §3). */
function uidsFollow(
  origins: readonly Origin[],
  is: Snapshot,
  box: Box,
  effects: readonly Effect[],
): Finding | undefined {
  if (effects.some((one) => one.box === box && (one.kind === 'expunges' || one.kind === 'removes'))) return undefined;
  for (const { effect, label } of origins) {
    if (effect.kind === 'arrives') {
      if (effect.uid === undefined || is.messages.get(effect.uid)?.label === label) continue;
      return finding('append-uid', `APPENDUID says that ${label} has UID ${effect.uid}, and that is not so`, effect.by);
    }
    for (const copy of effect.pairs?.values() ?? [])
      if (!is.messages.has(copy))
        return finding('copy-uid', `COPYUID tells of UID ${copy}, and there is none in ${box}`, effect.by);
  }
  return undefined;
}
