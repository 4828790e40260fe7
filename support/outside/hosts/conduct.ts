/** A behaviour over the sessions of one host: which phase each session, and each mail transaction in it, is in. */
import { type Behaviour, type Moment, type Phase, type Reaction, RIGHT } from './behaviour';

/**
 * Counted by transactions, not by sessions: a client may keep its session and try again in it (RFC 5321 §3.3: MAIL begins the next one), as
 * OpenSMTPD does.
 */
const IN_A_TRANSACTION: ReadonlySet<Moment> = new Set(['MAIL', 'RCPT', 'DATA', 'the message']);

/** One `… with … two times, then …`. */
class Course {
  private at = 0;
  private used = 0;

  constructor(private readonly phases: readonly Phase[]) {}

  /** The phase of who comes to this moment, if it is about it. */
  claim(moment: Moment, of: string | undefined): Phase | undefined {
    const phase = this.phases[this.at]!;
    if (!isAbout(phase, moment, of)) return undefined;
    if (++this.used >= phase.times) {
      this.at++;
      this.used = 0;
    }
    return phase;
  }
}

/** What one host does in its sessions. */
export class Conduct {
  private readonly courses: Course[];

  constructor(readonly behaviour: Behaviour = RIGHT) {
    this.courses = behaviour.phases.map((phases) => new Course(phases));
  }

  /** For a session that begins now. */
  session(): SessionConduct {
    return new SessionConduct(this.behaviour, this.courses);
  }
}

/** In one session: a phase that it, or the transaction in it, has begun is its own to the end. */
export class SessionConduct {
  private readonly claimed = new Map<Course, Phase>();

  constructor(
    readonly behaviour: Behaviour,
    private readonly courses: readonly Course[],
  ) {}

  /**
   * What is done in the place of the right reply, or undefined.
   * @param of the local part of the recipient, of RCPT
   */
  reactionTo(moment: Moment, of?: string): Reaction | undefined {
    if (moment === 'MAIL') this.beginTransaction();
    for (const course of this.courses) {
      const phase = this.claimed.get(course) ?? course.claim(moment, of);
      if (phase === undefined) continue;
      this.claimed.set(course, phase);
      if (isAbout(phase, moment, of) && phase.reaction !== undefined) return phase.reaction;
    }
    return undefined;
  }

  private beginTransaction(): void {
    for (const [course, { moment }] of this.claimed) if (IN_A_TRANSACTION.has(moment)) this.claimed.delete(course);
  }
}

function isAbout(phase: Phase, moment: Moment, of: string | undefined): boolean {
  return phase.moment === moment && (phase.of === undefined || phase.of === of);
}
