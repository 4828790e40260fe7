/**
 * Whether what is there now follows from what was there and from what was done in between, in some order. Steps of a group run at once, so
 * the order is not known, and a server may take them apart message by message, and flag by flag: each is asked for itself.
 */
import { arrivalsFollow } from './arrivals';
import { type Effect, ofKind } from './effect';
import { counts, type Finding, finding, proved, readsFlags } from './finding';
import { flagValues, mayRemove, numberIn, type State, shown, touching } from './follows';
import { modSequencesFollow } from './mod-sequences';
import type { Message, Snapshot } from './snapshot';
import { type Box, FLAGS, type Flag } from './step';

/** @returns what does not follow; undefined where all does */
export function explain(box: Box, before: State, after: State, effects: readonly Effect[]): Finding | undefined {
  const [was, is] = [before[box], after[box]];
  return (
    numbersFollow(was, is, effects, box) ??
    staysFollow(box, was, is, effects) ??
    arrivalsFollow(box, before, is, effects) ??
    modSequencesFollow(box, was, is)
  );
}

/** RFC 3501 §2.3.1.1. */
function numbersFollow(was: Snapshot, is: Snapshot, effects: readonly Effect[], box: Box): Finding | undefined {
  if (was.validity === 0) return undefined;
  if (was.validity !== is.validity) {
    // Of a mailbox that held nothing no client has kept a UID.
    if (was.messages.size === 0) return undefined;
    return finding('uids-replaced', `UIDVALIDITY of ${box} was ${was.validity} and is ${is.validity}`);
  }
  for (const { uid, label } of is.messages.values()) {
    if (was.messages.has(uid) || uid > was.ceiling) continue;
    const number = numberIn(is, uid);
    const told = finding(
      'uid-given-again',
      `the new message ${label} of ${box} got UID ${uid}, and UIDs up to ${was.ceiling} were given or foretold before it came`,
      ...effects.map(({ by }) => by),
    );
    const lines = [`S* * ${number} FETCH (UID \${n:number > ${was.ceiling}})`];
    return proved(told, { box, ask: `FETCH ${number} (UID)`, lines });
  }
  const last = Math.max(0, ...is.messages.keys());
  if (is.uidNext !== undefined && is.uidNext <= last)
    return finding('uidnext-taken', `UIDNEXT of ${box} is ${is.uidNext}, and there is a message with UID ${last}`);
  const fills = effects.some((one) =>
    one.kind === 'arrives' ? one.box === box : one.kind === 'copies' && one.to === box,
  );
  if (was.uidNext !== undefined && is.uidNext !== undefined) {
    if (is.uidNext < was.uidNext || (!fills && is.uidNext !== was.uidNext))
      return finding(
        'uidnext-moved',
        `UIDNEXT of ${box} was ${was.uidNext} and is ${is.uidNext}, and nothing was added`,
      );
  }
  return undefined;
}

/** What was there: whether it is, with which flags. */
function staysFollow(box: Box, was: Snapshot, is: Snapshot, effects: readonly Effect[]): Finding | undefined {
  for (const message of was.messages.values()) {
    const now = is.messages.get(message.uid);
    const wrong =
      now === undefined ? goneFollows(box, message, effects, is) : stillFollows(box, message, now, effects, was, is);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function goneFollows(box: Box, message: Message, effects: readonly Effect[], is: Snapshot): Finding | undefined {
  if (effects.some((effect) => mayRemove(effect, box, message, effects))) return undefined;
  const told = `${message.label} (UID ${message.uid}) is gone from ${box}, and nobody removed it`;
  const acts = effects.filter((effect) => effect.box === box);
  const pop3 = acts.find((effect) => effect.kind === 'removes');
  const kind =
    pop3 === undefined
      ? 'removed-by-nobody'
      : pop3.certainty === 'refused'
        ? 'removed-without-quit'
        : 'removed-by-pop3';
  const found = finding(kind, told, `its flags were ${shown(message.flags)}`, ...acts.map(({ by }) => by));
  return proved(found, counts(box, is.messages.size + 1));
}

function stillFollows(
  box: Box,
  message: Message,
  now: Message,
  effects: readonly Effect[],
  was: Snapshot,
  is: Snapshot,
): Finding | undefined {
  const { uid, label } = message;
  for (const effect of effects) {
    if (effect.box !== box || effect.certainty !== 'sure') continue;
    const there = `${label} (UID ${uid}) is still in ${box}`;
    const still = (kind: Parameters<typeof finding>[0], says: string) =>
      proved(finding(kind, `${there} ${says}`, effect.by), counts(box, is.messages.size - 1));
    if (effect.kind === 'expunges' && effect.known.has(uid) && staysDeleted(box, message, effects)) {
      if (effect.way === 'expunge') return still('not-expunged', 'with \\Deleted after an EXPUNGE');
      if (effect.uids.includes(uid))
        return still('not-uid-expunged', 'with \\Deleted after a UID EXPUNGE that named it');
    }
    if (effect.kind === 'copies' && effect.way === 'move' && effect.uids.includes(uid))
      return still('move-stays', 'after a MOVE that took it away');
    // Where several carry the label, POP3 cannot say which one it meant.
    const alike = [...was.messages.values()].filter((one) => one.label === label).length;
    if (effect.kind === 'removes' && effect.labels.includes(label) && alike === 1)
      return still('not-removed-by-pop3', 'after DELE and QUIT');
  }
  for (const flag of FLAGS) {
    const has = now.flags.has(flag);
    if (flagValues(box, message, flag, effects).has(has)) continue;
    const right = new Set(now.flags);
    if (has) right.delete(flag);
    else right.add(flag);
    return proved(flagFinding(box, message, flag, has, effects), readsFlags(box, numberIn(is, uid), right));
  }
  return undefined;
}

function staysDeleted(box: Box, message: Message, effects: readonly Effect[]): boolean {
  return message.flags.has('\\Deleted') && !flagValues(box, message, '\\Deleted', effects).has(false);
}

function flagFinding(box: Box, message: Message, flag: Flag, has: boolean, effects: readonly Effect[]): Finding {
  const acts = touching(box, message.uid, flag, effects);
  // A change of other flags leaves this one as it was: +FLAGS and -FLAGS say so.
  const beside = ofKind(effects, 'flags').filter(
    (one) => one.box === box && one.way === 'store' && one.uids.includes(message.uid),
  );
  const act = acts.at(-1) ?? beside.at(-1);
  const kind =
    act === undefined
      ? 'flag-changed-by-nobody'
      : act.way === 'fetch'
        ? 'not-seen'
        : ({ '=': 'flags-not-replaced', '+': 'flag-not-added', '-': 'flag-not-removed' } as const)[act.sign];
  return finding(
    kind,
    `${message.label} (UID ${message.uid}) in ${box} ${has ? 'has' : 'does not have'} ${flag}`,
    `it had ${shown(message.flags)} before`,
    ...(act === undefined ? effects.map(({ by }) => by) : acts.map(({ by }) => by)),
  );
}
