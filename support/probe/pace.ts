/**
 * How long a server takes for what no RFC bounds: to greet (RFC 5321 §4.5.3.2.1 has a client wait five minutes), to refuse a password, to put
 * a message into its mailbox. Found out before a run, whose bounds are raised to fit.
 */

import { settledAccount } from '../targets/described/accounts';
import type { FileDescription, TargetDescription } from '../targets/description';
import { openTarget } from '../targets/open';
import type { Timing } from '../targets/target';
import { assertReady } from './ready';
import { type Took, tryOut } from './trial';

/** Under load the same takes longer. */
const ROOM = 3;
/** How far a bound is raised where the target file does not say, in times of it. */
const AT_MOST = { reply: 4, delivery: 3 };

export interface PaceOptions {
  /** Where something does not work at all nothing is played: the target is a person's own, who can mend it. */
  strict: boolean;
  /** Mailboxes may be emptied although the target file does not call them disposable. */
  wipe: boolean;
  /** What the target was described by, for people. */
  file: string;
  /** Told of a bound that is raised, with the key that says how far. */
  say(line: string): void;
}

/**
 * @returns the description with timing that fits; as it was where the target is fast, or cannot be tried
 * @throws TargetError `not-ready` with what to mend, where that is wanted
 */
export async function atItsPace(
  description: TargetDescription,
  { strict, wipe, file, say }: PaceOptions,
): Promise<TargetDescription> {
  if (description.kind !== 'file') return description;
  const { timing, accounts, disposable } = description.settings;
  const most = mostOf(timing);
  const target = await openTarget(withTiming(description, { ...timing, ...most }), { seed: 1, wipe });
  try {
    const who = accounts.map(settledAccount).slice(0, strict ? undefined : 1);
    const mayMail = disposable || (strict && wipe);
    const { replies, delivery, setbacks } = await tryOut(target, { accounts: who, refused: true, mayMail, strict });
    if (strict) assertReady(setbacks, file);
    const raised = { ...timing };
    for (const [key, took] of [
      ['reply', slowest(replies)],
      ['delivery', delivery],
    ] as const) {
      if (took === undefined || ROOM * took.milliseconds <= timing[key]) continue;
      raised[key] = Math.min(most[key], Math.ceil((ROOM * took.milliseconds) / 1000) * 1000);
      say(raisedText(key, took, raised[key], most[key]));
    }
    return withTiming(description, raised);
  } finally {
    await target.close();
  }
}

function mostOf({ reply, delivery, replyAtMost, deliveryAtMost }: Timing) {
  return {
    reply: Math.max(reply, replyAtMost ?? AT_MOST.reply * reply),
    delivery: Math.max(delivery, deliveryAtMost ?? AT_MOST.delivery * delivery),
  };
}

function raisedText(key: string, { what, milliseconds }: Took, to: number, most: number): string {
  return `${what} took ${(milliseconds / 1000).toFixed(1)} s: timing.${key} is ${to} ms in this run (timing.${key}-at-most: ${most} ms)`;
}

/** The profiles are the same system. */
function withTiming(description: FileDescription, timing: Timing): FileDescription {
  const { settings, profiles } = description;
  const slower = (other: Timing) => ({
    ...other,
    reply: Math.max(other.reply, timing.reply),
    delivery: Math.max(other.delivery, timing.delivery),
  });
  return {
    ...description,
    settings: { ...settings, timing },
    profiles: Object.fromEntries(
      Object.entries(profiles).map(([name, profile]) => [name, withTiming(profile, slower(profile.settings.timing))]),
    ),
  };
}

function slowest(all: readonly Took[]): Took | undefined {
  return all.reduce<Took | undefined>(
    (one, other) => (one !== undefined && one.milliseconds >= other.milliseconds ? one : other),
    undefined,
  );
}
