/**
 * Whether a target has NOOP and QUIT at all. Asked when one fails in a scenario that only uses it, in a session where no scenario has been,
 * and remembered: where the command itself fails, whatever needs it is blocked.
 */
import type { Ask, ProtocolName } from '../dialogue/dialogue';
import type { Commons } from '../dialogue/play';
import type { Session } from '../dialogue/session';
import { Blocked } from '../outcome';
import type { Target } from '../targets/target';
import { type Rung, rung, type Spoken } from './ladders';
import type { Start } from './starts';

type Trial = { state: string } & Record<Ask['what'], Rung>;

const SMTP = { alive: rung('NOOP', 'C: NOOP', 'S: 250'), end: rung('QUIT', 'C: QUIT', 'S: 221') };

/** In a state in which any server takes them: POP3 has NOOP after login only (RFC 1939 §5). */
const TRIALS: Record<ProtocolName, Trial> = {
  smtp: { state: 'after EHLO', ...SMTP },
  lmtp: { state: 'after LHLO', ...SMTP },
  pop3: { state: 'authenticated', alive: rung('NOOP', 'C: NOOP', 'S: +OK'), end: rung('QUIT', 'C: QUIT', 'S: +OK') },
  imap: {
    state: 'authenticated',
    alive: rung('NOOP', 'C: n1 NOOP', 'S: n1 OK'),
    end: rung('LOGOUT', 'C: n1 LOGOUT', 'S: n1 OK'),
  },
};

const USES = { alive: 'show that the session goes on', end: 'end the session' } as const;

/** No dialogue goes on when this one is needed. */
const TRYING = 9;

/** What of a stage is needed to try a command. */
interface Tried {
  readonly target: Target;
  /** Ends the scenario's own sessions, one of which may hold the maildrop. */
  leaveAll(): Promise<void>;
  spokenAs(protocol: ProtocolName): Spoken;
  aside(start: Start, number: number, act: () => Promise<unknown>): Promise<void>;
  bringAbout(rungs: readonly Rung[], number: number): Promise<void>;
}

/** What is wrong with each command that was tried; undefined: nothing. */
const found = new WeakMap<Target, Map<string, Blocked | undefined>>();

export class TargetCommons implements Commons {
  constructor(private readonly stage: Tried) {}

  known(what: Ask['what'], { protocol }: Session): Blocked | undefined {
    return this.findings.get(`${protocol} ${what}`);
  }

  async find(what: Ask['what'], { protocol }: Session): Promise<Blocked | undefined> {
    const key = `${protocol} ${what}`;
    if (this.findings.has(key)) return this.findings.get(key);
    try {
      await this.stage.leaveAll();
      const { state, [what]: trial } = TRIALS[protocol];
      const spoken = this.stage.spokenAs(protocol);
      await this.stage.aside({ spoken, state }, TRYING, async () => {
        this.findings.set(key, await this.faultOf(trial, what));
      });
    } catch {
      // Out of reach, or no session: nothing is known of the command, and the scenario keeps its own verdict.
    }
    return this.findings.get(key);
  }

  private async faultOf(trial: Rung, what: Ask['what']): Promise<Blocked | undefined> {
    try {
      await this.stage.bringAbout([trial], TRYING);
      return undefined;
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      const { code, reason, detail, requirement } = error;
      return new Blocked(code, `${reason}; here it only had to ${USES[what]}`, detail, requirement);
    }
  }

  private get findings(): Map<string, Blocked | undefined> {
    const known = found.get(this.stage.target) ?? new Map<string, Blocked | undefined>();
    found.set(this.stage.target, known);
    return known;
  }
}
