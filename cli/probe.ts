/** `mailspec probe`: what a target offers, its habits, and what would run. */
import { EXIT } from '../reports/verdict/exit-code';
import { OutcomeError } from '../support/outcome';
import { findApplicable } from '../support/probe/applicable';
import { type Patience, tryPatience, tryRecipients } from '../support/probe/habits';
import { outsideLines } from '../support/probe/outside';
import { whatToMend } from '../support/probe/ready';
import { tryOut } from '../support/probe/trial';
import { type CapabilityReport, readCapabilities } from '../support/run/capabilities';
import { settledAccount } from '../support/targets/described/accounts';
import type { TargetDescription } from '../support/targets/description';
import { openTarget } from '../support/targets/open';
import { type PrepareOptions, prepareTarget } from '../support/targets/prepare';
import type { Account, ServiceName, Target } from '../support/targets/target';
import { UsageError } from '../support/targets/usage-error';
import { loadSpecification } from './specification';
import { type SpokenWords, spokenTarget } from './spoken-target';

export interface ProbeOptions extends SpokenWords {
  /** What was named and is no service. */
  words: string[];
  target?: string;
  preset?: string;
  install?: boolean;
  profile?: string;
  allowRemote?: boolean;
}

/** Where a target that is described in words has its file, unless something else is said. */
const REPORTS = 'reports/out';

/** Services whose patience is tried: where they speak in clear, else on their TLS port. */
const SPOKEN: readonly ServiceName[] = ['smtp', 'submission', 'lmtp', 'pop3', 'imap'];

/**
 * Prints as it finds out.
 * @returns the exit code: whether a run could begin
 * @throws UsageError, TargetError for a target that cannot be described or started
 */
export async function probe(options: ProbeOptions, say: (line: string) => void): Promise<number> {
  const { preset, install, profile, allowRemote = false, words } = options;
  const [word] = words;
  if (word !== undefined) throw new UsageError('no-service', `${word} is no service; write smtp://127.0.0.1:2525`);
  const file = await spokenTarget({ ...options, out: REPORTS }, say);
  const wanted: PrepareOptions = { file, preset, install, profile, allowRemote, wipe: false, log: say };
  const prepared = await prepareTarget(wanted);
  try {
    const target = await openTarget(prepared.description, { seed: 1, wipe: false });
    try {
      say(prepared.name);
      const refused: string[] = [];
      const report = await readCapabilities(target, (service, state, why) =>
        refused.push(`${service}, ${state}: ${why}`),
      );
      for (const line of [...capabilityLines(report), ...(refused.length > 0 ? ['', ...refused] : [])]) say(line);
      for (const way of target.missingWays) say(`\n${way}: scenarios that need one are not applicable`);
      await sayHabits(target, say);
      for (const line of ['', ...outsideLines(target)]) say(line);
      await sayApplicable(target, say);
      return await sayReady(target, accountsOf(prepared.description), file ?? 'the target file', say);
    } finally {
      await target.close();
    }
  } finally {
    await prepared.stop();
  }
}

function accountsOf(description: TargetDescription): Account[] {
  return description.kind === 'file' ? description.settings.accounts.map(settledAccount) : [];
}

/** Each service and each account once; nothing is sent. */
async function sayReady(
  target: Target,
  accounts: readonly Account[],
  file: string,
  say: (line: string) => void,
): Promise<number> {
  const { setbacks } = await tryOut(target, { accounts, refused: false, mayMail: false, strict: true });
  if (setbacks.length === 0) return EXIT.ok;
  for (const line of [
    '\nto mend, before anything can be played:',
    ...setbacks.map((one) => `  ${whatToMend(one, file)}`),
  ])
    say(line);
  return EXIT.error;
}

function capabilityLines(report: CapabilityReport): string[] {
  return Object.entries(report).flatMap(([service, states]) => [
    '',
    `${service}:`,
    ...Object.entries(states).map(([state, keywords]) => {
      const words = Object.entries(keywords).map(([keyword, parameters]) => [keyword, ...parameters].join(' '));
      return `  ${state.padEnd(14)}${words.join(', ') || 'nothing'}`;
    }),
    ...(Object.keys(states).length === 0 ? ['  does not answer'] : []),
  ]);
}

async function sayHabits(target: Target, say: (line: string) => void): Promise<void> {
  say('\nhabits:');
  for (const name of SPOKEN) {
    const spoken = [name, `${name}s` as ServiceName].find((one) => target.service(one) !== undefined);
    if (spoken === undefined) continue;
    await told(`  ${spoken}: `, say, async () => patienceText(await tryPatience(target, spoken)));
  }
  if (target.service('smtp') === undefined) return;
  await told('', say, async () => {
    const habits = await tryRecipients(target);
    return habits
      .map(({ whose, address, code }) => `  smtp: RCPT of ${whose} (${address}): ${recipientText(whose, code)}`)
      .join('\n');
  });
}

function patienceText({ greeting, answered, closed, first, last }: Patience): string {
  const bears = closed ? `hangs up after ${answered} wrong commands` : `bears ${answered} wrong commands`;
  const end = `${bears} (limits: { errors: ${closed ? Math.max(0, answered - 1) : answered} } in the target file)`;
  const slow = last > 5 * first + 200 ? `, slowing down from ${Math.round(first)} to ${Math.round(last)} ms` : '';
  return `greets within ${Math.ceil(greeting)} ms, ${end}${slow}`;
}

/** RFC 6647 §2: greylisting answers a first attempt with a transient failure. */
function recipientText(whose: string, code: string): string {
  if (code.startsWith('4')) return `${code}: greylisting, or a passing failure`;
  if (whose === 'a foreign address' && code.startsWith('2')) return `${code}: it relays for this client`;
  if (whose === 'an unknown address' && code.startsWith('2')) return `${code}: a catch-all, or it will bounce`;
  return code;
}

async function told(head: string, say: (line: string) => void, find: () => Promise<string>): Promise<void> {
  try {
    say(head + (await find()));
  } catch (error) {
    if (!(error instanceof OutcomeError)) throw error;
    say(`${head}${error.reason}`);
  }
}

async function sayApplicable(target: Target, say: (line: string) => void): Promise<void> {
  const scenarios = loadSpecification();
  await told('\n', say, async () => {
    const { applicable, leftOut } = await findApplicable(target, scenarios);
    const reasons = [...leftOut].sort(([, a], [, b]) => b - a).map(([reason, count]) => `  ${count} × ${reason}`);
    return [`${applicable} of ${scenarios.length} scenarios would run; not applicable:`, ...reasons].join('\n');
  });
}
