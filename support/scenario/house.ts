/** The target of this process, opened once, in the profiles that scenarios ask for, and a stage on it for each scenario. */

import { NotApplicable, type Outcome, type OutcomeError } from '../outcome';
import { Outside } from '../outside/outside';
import type { Job } from '../run/job';
import { openTarget } from '../targets/open';
import { isPolicy } from '../targets/policies';
import type { ServiceName, Target } from '../targets/target';
import type { Testimony } from '../witness/ledger';
import { Witness } from '../witness/witness';
import { type Facts, fateOf } from './fate';
import { checkNeeds } from './needs';
import { Stage } from './stage';

const DEFAULT_PROFILE = 'default';

export class House {
  private readonly targets = new Map<string, Promise<Target>>();
  /** By the places at which they are. */
  private readonly outsides = new Map<string, Promise<Outside>>();
  private latest: Target | undefined;
  witness = new Witness();
  private scenarios = 0;

  /** @param job asked when a target is opened: a process may play several jobs, one after the other */
  constructor(private readonly job: () => Job) {}

  /**
   * A stage for a scenario with these tags, on the target as it is or in the profile that `@profile-…` names; `@else-profile-…` names one for
   * a target that has not what the scenario needs.
   * @throws NotApplicable where the target has not what they need. @throws TargetError where it cannot be reached.
   */
  async stage(tags: readonly string[]): Promise<Stage> {
    const { target, underTls } = await this.fitting(tags, profileIn(tags, '@profile-') ?? DEFAULT_PROFILE);
    this.latest = target;
    await target.beginScenario();
    const outside = isOutside(tags) ? () => this.outsideOf(target) : undefined;
    const requirements = tags.filter((tag) => /^@[RM]/.test(tag)).map((tag) => tag.slice(1));
    return new Stage(target, this.nextId(), { underTls, hostile: tags.includes('@hostile'), requirements, outside });
  }

  private async fitting(
    tags: readonly string[],
    profile: string,
  ): Promise<{ target: Target; underTls: Set<ServiceName> }> {
    const plain = await this.target(profile);
    const facing = isOutside(tags) || tags.includes('@needs-timers') ? await plain.facingOutside() : plain;
    const policies = policiesIn(tags);
    const guarded = policies.length > 0 ? await facing.withPolicies(policies) : facing;
    const target = tags.includes('@needs-webmail') ? await guarded.withWebmail() : guarded;
    try {
      return { target, underTls: await checkNeeds(target, tags) };
    } catch (error) {
      const other = profileIn(tags, '@else-profile-');
      const none = other === undefined || other === profile || !target.profiles.includes(other);
      if (none || !(error instanceof NotApplicable)) throw error;
      return await this.fitting(tags, other);
    }
  }

  /** @see fateOf; undefined where there is no target at all. */
  async fate(facts: Facts): Promise<OutcomeError | undefined> {
    const target = await this.target(DEFAULT_PROFILE).catch(() => undefined);
    return target && (await fateOf(target, facts));
  }

  /** What the suite saw a service do wrong while it only read by it. */
  breaches(): Outcome[] {
    return (this.latest?.takeBreaches() ?? []).map((breach) => ({ kind: 'breach', ...breach }));
  }

  /** What the sessions of a scenario that is over showed of rules; undefined where it is nothing new. */
  testimony({ transcript }: Stage): Testimony | undefined {
    return this.witness.judge(transcript.recordings, (text) => transcript.secrets.mask(text));
  }

  async close(): Promise<void> {
    this.witness = new Witness();
    const targets = await Promise.all([...this.targets.values()].map((target) => target.catch(() => undefined)));
    this.targets.clear();
    const outsides = await Promise.all([...this.outsides.values()].map((outside) => outside.catch(() => undefined)));
    this.outsides.clear();
    for (const outside of outsides) await outside?.close();
    for (const target of new Set(targets)) await target?.close();
  }

  /** One for the process, and for each way in which targets are led there, in whatever profile: every scenario has names of its own. */
  private outsideOf({ outside, sender }: Target): Promise<Outside> {
    // checkNeeds has looked that it is there.
    const places = JSON.stringify(outside);
    const known = this.outsides.get(places) ?? Outside.open(outside!, sender);
    this.outsides.set(places, known);
    return known;
  }

  private target(profile: string): Promise<Target> {
    const known = this.targets.get(profile);
    if (known !== undefined) return known;
    const job = this.job();
    const base = profile === DEFAULT_PROFILE ? undefined : this.target(DEFAULT_PROFILE);
    const target = base === undefined ? openTarget(job.target, job) : base.then((it) => it.inProfile(profile));
    this.targets.set(profile, target);
    return target;
  }

  /** A word that no other scenario, process or run uses. */
  private nextId(): string {
    this.scenarios++;
    return `${this.job().seed.toString(36)}-${process.pid.toString(36)}-${this.scenarios.toString(36)}`;
  }
}

function isOutside(tags: readonly string[]): boolean {
  return tags.some((tag) => tag.startsWith('@needs-outside'));
}

function policiesIn(tags: readonly string[]) {
  return tags
    .map((tag) => tag.replace('@needs-policy-', ''))
    .filter(isPolicy)
    .sort();
}

function profileIn(tags: readonly string[], prefix: string): string | undefined {
  return tags.find((tag) => tag.startsWith(prefix))?.slice(prefix.length);
}
