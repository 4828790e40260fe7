/** What a target announces, service by service and state by state: for reports and for `mailspec probe`. */
import { OutcomeError } from '../outcome';
import { openTarget } from '../targets/open';
import { SERVICES } from '../targets/services';
import type { Capabilities, CapabilityState, ServiceName, Target } from '../targets/target';
import type { Job } from './job';

/** `report.imap.greeted.IDLE` is the list of the keyword's parameters. */
export type CapabilityReport = Partial<
  Record<ServiceName, Partial<Record<CapabilityState, Record<string, readonly string[]>>>>
>;

/** Opens the job's target for the purpose; a target that cannot be asked tells nothing: that is not what is judged here. */
export async function capabilitiesOf(job: Job): Promise<CapabilityReport> {
  const target = await openTarget(job.target, job).catch(() => undefined);
  if (target === undefined) return {};
  try {
    return await readCapabilities(target);
  } finally {
    await target.close();
  }
}

/**
 * Asks every service of the target in every state that it has. A state that it refuses is left out.
 * @param refused told of it, with why
 */
export async function readCapabilities(
  target: Target,
  refused: (service: ServiceName, state: CapabilityState, why: string) => void = () => undefined,
): Promise<CapabilityReport> {
  const report: CapabilityReport = {};
  for (const name of SERVICES) {
    const service = target.service(name);
    if (service === undefined) continue;
    const states: CapabilityState[] = ['greeted'];
    if (service.tls === 'optional' || service.tls === 'required') states.push('tls');
    if (!['smtp', 'lmtp'].includes(name)) states.push('authenticated');
    report[name] = {};
    for (const state of states) {
      const found = await target.capabilities(name, state).catch((error: unknown) => {
        refused(name, state, error instanceof OutcomeError ? error.reason : String(error));
        return undefined;
      });
      if (found === undefined) break;
      report[name][state] = plain(found);
    }
  }
  return report;
}

function plain(capabilities: Capabilities): Record<string, readonly string[]> {
  return Object.fromEntries([...capabilities].sort(([a], [b]) => (a < b ? -1 : 1)));
}
