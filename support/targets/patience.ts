/** Longer bounds for a slow machine (`--timeout-factor`). */
import type { TargetDescription } from './description';
import type { Timing } from './target';

/** The description with replies and deliveries given so many times as long; what the target itself takes its time for stays. */
export function withPatience(description: TargetDescription, factor: number): TargetDescription {
  if (factor === 1) return description;
  if (description.kind === 'embedded') return { ...description, patience: factor };
  const { settings, profiles } = description;
  return {
    ...description,
    settings: { ...settings, timing: longer(settings.timing, factor) },
    profiles: Object.fromEntries(
      Object.entries(profiles).map(([name, profile]) => [name, withPatience(profile, factor) as typeof profile]),
    ),
  };
}

export function longer(timing: Timing, factor: number): Timing {
  const times = (value: number) => Math.round(value * factor);
  return {
    ...timing,
    reply: times(timing.reply),
    delivery: times(timing.delivery),
    ...(timing.replyAtMost === undefined ? {} : { replyAtMost: times(timing.replyAtMost) }),
    ...(timing.deliveryAtMost === undefined ? {} : { deliveryAtMost: times(timing.deliveryAtMost) }),
  };
}
