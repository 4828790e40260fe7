/** The policies of domains as they were last seen (RFC 8461 §3.3, §5.1). */

import type { SignedNames } from '../../dns/signed-names';
import type { Clock } from '../../net/clock';
import { remember } from '../../net/remember';
import type { PolicyFetcher } from './fetch-policy';
import { parsePolicy, type StsPolicy } from './policy';
import { idOf } from './record';

export interface StsOptions {
  readonly names: Pick<SignedNames, 'txt'>;
  readonly fetcher: Pick<PolicyFetcher, 'fetch'>;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

interface Kept {
  readonly id: string;
  readonly policy: StsPolicy;
  readonly fetched: number;
}

const MINUTE = 60_000;
/** RFC 8461 §3.3: so long nobody is asked again for what could not be fetched. */
const PAUSE = 5 * MINUTE;
/** RFC 8461 §3.3: so old a policy is fetched again, whatever the domain's record says. */
const REFRESH = 24 * 60 * MINUTE;
/** Domains that are remembered at most. */
const MOST = 10_000;

export class StsPolicies {
  private readonly kept = new Map<string, Kept>();
  private readonly failed = new Map<string, { id: string; at: number }>();
  private readonly fetching = new Map<string, Promise<void>>();

  constructor(private readonly options: StsOptions) {}

  /** What holds for the domain now. Its record is looked at each time: no message fails for a policy that is no more (RFC 8461 §5). */
  async of(domain: string): Promise<StsPolicy | undefined> {
    const said = await this.options.names.txt(`_mta-sts.${domain}`);
    const id = said.kind === 'answered' ? idOf(said.records) : undefined;
    if (this.isStale(domain, id)) await this.fetchOnce(domain, id ?? this.kept.get(domain)!.id);
    return this.valid(domain)?.policy;
  }

  private valid(domain: string): Kept | undefined {
    const kept = this.kept.get(domain);
    return kept && this.age(kept) <= kept.policy.maxAge * 1000 ? kept : undefined;
  }

  private age({ fetched }: Kept): number {
    return this.options.clock.now() - fetched;
  }

  private isStale(domain: string, id: string | undefined): boolean {
    const kept = this.valid(domain);
    const failed = this.failed.get(domain);
    if (id === undefined && !kept) return false;
    if (failed && failed.id === (id ?? kept?.id) && this.options.clock.now() - failed.at < PAUSE) return false;
    return !kept || (id !== undefined && kept.id !== id) || this.age(kept) >= REFRESH;
  }

  private async fetchOnce(domain: string, id: string): Promise<void> {
    const going = this.fetching.get(domain) ?? this.fetch(domain, id).finally(() => this.fetching.delete(domain));
    this.fetching.set(domain, going);
    await going;
  }

  private async fetch(domain: string, id: string): Promise<void> {
    const { clock, fetcher, log } = this.options;
    try {
      const policy = parsePolicy(await fetcher.fetch(domain));
      if (policy === undefined) throw new Error('what was fetched is no policy');
      remember(this.kept, domain, { id, policy, fetched: clock.now() }, MOST);
      this.failed.delete(domain);
    } catch (error) {
      remember(this.failed, domain, { id, at: clock.now() }, MOST);
      log(`mta-sts: the policy of ${domain} could not be fetched: ${reasonOf(error)}`);
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
