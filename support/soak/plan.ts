/** What happens next, by lot. The planner keeps in mind roughly where which message is, so that most steps find what they name. */
import { type Lot, lotOf } from './random';
import { BOXES, type Box, type Deed, FLAGS, type Flag, type Sign, type Step } from './step';

/** What the target offers. */
export interface Offers {
  uidPlus: boolean;
  move: boolean;
  idle: boolean;
  condstore: boolean;
  pop3: boolean;
  /** A front door. */
  delivery: boolean;
  /** Those that last, of the ones that are followed. */
  flags: readonly Flag[];
}

/** More than so many in a mailbox, and it is time to clear up. */
const CROWD = 12;

/** @yields steps without end; the same ones for the same seed and offers */
export function* plan(seed: number, sessions: number, offers: Offers): Generator<Step> {
  const lot = lotOf(seed);
  const planner = new Planner(lot, sessions, offers);
  let last = -1;
  for (;;) {
    const session = lot.below(sessions);
    const deed = planner.next(session);
    const together = session !== last && lot.chance(40);
    yield { session, ...deed, ...(together ? { together: true as const } : {}) };
    last = session;
  }
}

class Planner {
  private labels = 0;
  private readonly at: Record<Box, string[]> = { inbox: [], other: [] };
  private readonly selected: Box[];

  constructor(
    private readonly lot: Lot,
    sessions: number,
    private readonly offers: Offers,
  ) {
    this.selected = Array.from({ length: sessions }, () => 'inbox' as const);
  }

  next(session: number): Deed {
    const box = this.selected[session]!;
    const here = this.at[box];
    const table = this.choices(session, box, here);
    const whole = table.reduce((sum, [weight]) => sum + weight, 0);
    let rest = this.lot.below(whole);
    for (const [weight, deed] of table) {
      rest -= weight;
      if (rest < 0) return deed();
    }
    return { do: 'noop' };
  }

  private choices(session: number, box: Box, here: string[]): [weight: number, deed: () => Deed][] {
    const { offers, lot } = this;
    const some = here.length > 0;
    const crowded = here.length > CROWD;
    return [
      [crowded ? 2 : 16, () => this.append()],
      [offers.delivery && !crowded ? 5 : 0, () => ({ do: 'deliver', label: this.put('inbox') })],
      [some ? 24 : 0, () => this.store(here)],
      [some && !crowded ? 6 : 0, () => this.copy(here, 'copy', lot.one(BOXES))],
      [some && offers.move ? 5 : 0, () => this.copy(here, 'move', box === 'inbox' ? 'other' : 'inbox')],
      [crowded ? 20 : 6, () => ({ do: 'expunge' })],
      [some && offers.uidPlus ? 4 : 0, () => ({ do: 'uid-expunge', labels: this.pick(here) })],
      [some ? 8 : 0, () => ({ do: 'fetch', labels: this.pick(here), see: lot.chance(40), byUid: lot.chance(60) })],
      [4, () => ({ do: 'search', flag: this.flag(), has: lot.chance(60) })],
      [6, () => ({ do: 'noop' })],
      [offers.idle ? 5 : 0, () => ({ do: 'idle' })],
      [5, () => this.select(session)],
      [4, () => ({ do: 'return', after: lot.chance(50) ? 'logout' : 'loss' })],
      [some ? 2 : 0, () => ({ do: 'lose', labels: this.pick(here), sign: this.sign(), flags: this.flags(1) })],
      [1, () => ({ do: 'lose-append', ...this.appended() })],
      [offers.pop3 ? 4 : 0, () => this.pop3()],
      [9, () => ({ do: 'check' })],
    ];
  }

  private append(): Deed {
    return { do: 'append', ...this.appended() };
  }

  private appended(): { to: Box; label: string; flags: Flag[] } {
    const to = this.lot.chance(75) ? 'inbox' : 'other';
    return { to, label: this.put(to), flags: this.flags(0) };
  }

  private store(here: string[]): Deed {
    const sign = this.sign();
    // Deletion is what most of the rest lives on.
    const flags: Flag[] =
      this.lot.chance(30) && this.offers.flags.includes('\\Deleted') ? ['\\Deleted'] : this.flags(1);
    return {
      do: 'store',
      labels: this.pick(here),
      sign: flags[0] === '\\Deleted' ? (this.lot.chance(80) ? '+' : '-') : sign,
      flags,
      byUid: this.lot.chance(60),
      silent: this.lot.chance(25),
    };
  }

  private copy(here: string[], how: 'copy' | 'move', to: Box): Deed {
    const labels = this.pick(here);
    if (how === 'move') for (const label of labels) here.splice(here.indexOf(label), 1);
    this.at[to].push(...labels);
    return { do: how, labels, to, byUid: this.lot.chance(70) };
  }

  private select(session: number): Deed {
    const box = this.lot.chance(70) ? 'inbox' : 'other';
    this.selected[session] = box;
    return { do: 'select', box };
  }

  private pop3(): Deed {
    const there = this.at.inbox;
    const remove = there.length > 0 ? this.pick(there) : [];
    const quit = this.lot.chance(70);
    if (quit) this.at.inbox = there.filter((label) => !remove.includes(label));
    return { do: 'pop3', read: there.length > 0 ? this.pick(there) : [], remove, quit };
  }

  private put(box: Box): string {
    const label = `m${++this.labels}`;
    this.at[box].push(label);
    // Expunges are not kept in mind: the oldest are the likeliest to be gone.
    if (this.at[box].length > 2 * CROWD) this.at[box].splice(0, CROWD);
    return label;
  }

  private pick(here: readonly string[]): string[] {
    const count = this.lot.chance(70) ? 1 : 1 + this.lot.below(3);
    return [...new Set(Array.from({ length: count }, () => this.lot.one(here)))];
  }

  private sign(): Sign {
    return this.lot.one(['+', '+', '-', '=']);
  }

  private flag(): Flag {
    const { flags } = this.offers;
    return flags.length === 0 ? FLAGS[0] : this.lot.one(flags);
  }

  /** @param least how many at the least */
  private flags(least: 0 | 1): Flag[] {
    const count = least + this.lot.below(2);
    return [...new Set(Array.from({ length: count }, () => this.flag()))];
  }
}
