/** `mailspec soak`: random sessions against a target, until something disagrees or it is enough. */
import { join } from 'node:path';
import { EXIT } from '../../reports/verdict/exit-code';
import { indexRequirements, loadRequirements, type Requirement } from '../../reports/verdict/requirements';
import { packageRoot } from '../../support/package-root';
import { dialogueOf } from '../../support/soak/dialogue';
import { type Finding, REQUIREMENT, WATCHED } from '../../support/soak/finding';
import type { Played } from '../../support/soak/play';
import { replay, type Soaked, soak } from '../../support/soak/soak';
import type { Step } from '../../support/soak/step';
import { insteadOf } from '../../support/targets/nearest';
import { openTarget } from '../../support/targets/open';
import { prepareTarget } from '../../support/targets/prepare';
import type { Target } from '../../support/targets/target';
import { UsageError } from '../../support/targets/usage-error';
import { listenForInterrupt } from '../run/interrupt';
import { type SpokenWords, spokenTarget } from '../spoken-target';
import { type Kept, keep, readKept } from './kept';
import { foundLines, notedLines } from './tell';

export interface SoakOptions extends SpokenWords {
  /** What was named and is no service. */
  words: string[];
  target?: string;
  preset?: string;
  install?: boolean;
  profile?: string;
  defect: string[];
  seconds?: number;
  steps?: number;
  sessions: number;
  seed?: number;
  replay?: string;
  bear: string[];
  strict?: boolean;
  out: string;
  wipe?: boolean;
  allowRemote?: boolean;
}

/** Seconds, where nobody says for how long. */
const SECONDS = 60;
/** A line of progress so often, in milliseconds. */
const PROGRESS = 5_000;

/**
 * Prints as it goes on, and what it found at the end.
 * @returns the exit code
 * @throws UsageError, TargetError for a target that cannot be described, started or reached
 */
export async function soakTarget(options: SoakOptions, say: (line: string) => void): Promise<number> {
  const { preset, install, profile, defect, allowRemote = false, wipe = false, words, out } = options;
  const [word] = words;
  if (word !== undefined) throw new UsageError('no-service', `${word} is no service; write imap://127.0.0.1:2143`);
  const known: readonly string[] = [...Object.keys(REQUIREMENT), ...WATCHED.keys()];
  const unknown = options.bear.find((kind) => !known.includes(kind));
  if (unknown !== undefined)
    throw new UsageError(
      'no-kind',
      `there is no kind of finding ${unknown}; ${insteadOf(unknown, known, known.join(', '))}`,
    );
  const kept = options.replay === undefined ? undefined : readKept(options.replay);
  const seed = options.seed ?? kept?.seed ?? Math.floor(Math.random() * 1e9);
  const file = await spokenTarget({ ...options, out }, say);
  const interrupt = listenForInterrupt(say);
  const prepared = await prepareTarget({
    file,
    preset,
    install,
    profile,
    defects: defect,
    allowRemote,
    wipe,
    log: say,
  });
  try {
    const target = await openTarget(prepared.description, { seed, wipe });
    try {
      const session = new Session(target, { ...options, seed }, say, interrupt.signal);
      const code = kept === undefined ? await session.soak() : await session.replay(kept);
      return interrupt.signal.aborted ? interrupt.code() : code;
    } finally {
      await target.close();
    }
  } finally {
    await prepared.stop();
    interrupt.dispose();
  }
}

class Session {
  private readonly requirements: ReadonlyMap<string, Requirement>;

  constructor(
    private readonly target: Target,
    private readonly options: SoakOptions & { seed: number },
    private readonly say: (line: string) => void,
    private readonly signal: AbortSignal,
  ) {
    this.requirements = indexRequirements(loadRequirements(join(packageRoot(), 'features/requirements')));
  }

  async soak(): Promise<number> {
    const { seed, sessions, seconds = SECONDS, steps } = this.options;
    this.say(`${this.target.name}: ${sessions} sessions, seed ${seed}`);
    const end = performance.now() + seconds * 1000;
    let told = performance.now();
    const soaked = await soak(this.target, {
      seed,
      sessions,
      enough: (done) => (steps === undefined ? performance.now() >= end : done >= steps),
      ends: (found) => this.ends(found),
      stop: () => this.signal.aborted,
      progress: (acts, done) => {
        if (performance.now() - told < PROGRESS) return;
        told = performance.now();
        this.say(`${done} steps in ${acts} acts`);
      },
    });
    return this.tell(soaked);
  }

  async replay({ steps, sessions, finding }: Kept): Promise<number> {
    this.say(`${this.target.name}: ${steps.length} steps again`);
    const played = await replay(this.target, steps, {
      sessions,
      ends: (found) => found.kind === finding.kind || this.ends(found),
    });
    if (played.finding === undefined) {
      this.say('nothing disagreed');
      return EXIT.ok;
    }
    this.show(played.finding, steps, played, '');
    return EXIT.red;
  }

  private tell({ steps, acts, found, noted }: Soaked): number {
    for (const line of notedLines([...noted.values()], this.requirements)) this.say(line);
    if (found === undefined) {
      this.say(`${steps} steps in ${acts} acts, and nothing disagreed`);
      return EXIT.ok;
    }
    const { seed, sessions, out } = this.options;
    const dialogue = dialogueOf(found.played.log.lines, found.finding, found.played.names);
    const path = keep(out, {
      target: this.target.name,
      seed,
      sessions,
      finding: found.finding,
      steps: found.steps,
      dialogue,
    });
    const came = found.again
      ? ''
      : ' It did not come again when the same steps were played: it hangs on what ran at once.';
    this.show(found.finding, found.steps, found.played, `${found.before} steps before it was made shorter.${came}`);
    this.say(`replay: mailspec soak ${[...this.words(), '--replay', path].join(' ')}`);
    this.say(`        the whole: --seed ${seed} --sessions ${sessions} --steps ${steps}`);
    return EXIT.red;
  }

  private show(finding: Finding, steps: readonly Step[], { log, names }: Played, more: string): void {
    const dialogue = dialogueOf(log.lines, finding, names);
    for (const line of foundLines(finding, {
      steps,
      dialogue,
      more,
      requirement: this.requirements.get(finding.requirement),
    }))
      this.say(line);
  }

  /** A SHOULD that is not kept is noted, unless it is to be strict. */
  private ends({ kind, requirement }: Finding): boolean {
    if (this.options.bear.includes(kind)) return false;
    const level = this.requirements.get(requirement)?.level ?? 'MUST';
    return this.options.strict === true || level.startsWith('MUST');
  }

  /** How the target was named. */
  private words(): string[] {
    const { target, preset, profile, defect, urls, account } = this.options;
    return [
      ...urls,
      ...account.flatMap((one) => ['--account', one.replace(/:(?!env:).*/, ':…')]),
      ...(target === undefined ? [] : ['--target', target]),
      ...(preset === undefined ? [] : ['--preset', preset]),
      ...(profile === undefined ? [] : ['--profile', profile]),
      ...defect.flatMap((name) => ['--defect', name]),
    ];
  }
}
