/**
 * One cause, once: scenarios that differ at the same command in the same way, or that are blocked or in error for the same reason, are one
 * entry, in the order in which an implementer should mend them.
 */
import type { ScenarioResult } from '../run';
import type { Verdict } from './verdict';

export interface Cause {
  /** `NOOP: 250 was expected, 500 came` */
  title: string;
  /** The worst of its scenarios'. */
  verdict: Verdict;
  /** The plain one first: the fewer commands lead to the difference, the less can be to blame but this. */
  scenarios: [ScenarioResult, ...ScenarioResult[]];
}

/** What stands in the way of everything comes first. */
const WORST: readonly Verdict[] = ['error', 'fail', 'blocked', 'warn'];

/**
 * The causes of everything that went wrong: what killed the server, errors, then fails, what is blocked, warnings; of these, first what blocks other scenarios, the
 * more the sooner; then what every server has to do before what only those do that offer an extension; then those that show after the
 * fewest commands (a greeting before a NOOP, a NOOP before a DATA), and of several, those that most scenarios meet.
 * @param scenarios in the order of the specification
 */
export function causesOf(scenarios: readonly ScenarioResult[]): Cause[] {
  const groups = new Map<string, [ScenarioResult, ...ScenarioResult[]]>();
  for (const scenario of scenarios) {
    if (!WORST.includes(scenario.verdict)) continue;
    const key = keyOf(scenario);
    const group = groups.get(key);
    if (group) group.push(scenario);
    else groups.set(key, [scenario]);
  }
  const causes = [...groups.values()].map((group): Cause => {
    const sorted = group.sort((a, b) => rank(a) - rank(b) || depth(a) - depth(b));
    const [plain] = sorted;
    return { title: titleOf(plain), verdict: plain.verdict, scenarios: sorted };
  });
  const blocked = blockedBy(scenarios);
  const hampers = ({ scenarios: met }: Cause) =>
    Math.max(...met.flatMap(({ requirements }) => requirements.map((id) => blocked.get(id) ?? 0)), 0);
  const order = causes.map((cause) => ({ cause, plain: cause.scenarios[0], hampers: hampers(cause) }));
  order.sort(
    (a, b) =>
      survived(a.cause) - survived(b.cause) ||
      rank(a.plain) - rank(b.plain) ||
      b.hampers - a.hampers ||
      special(a.plain) - special(b.plain) ||
      depth(a.plain) - depth(b.plain) ||
      b.cause.scenarios.length - a.cause.scenarios.length,
  );
  return order.map(({ cause }) => cause);
}

/** How many scenarios each requirement keeps from being judged. */
function blockedBy(scenarios: readonly ScenarioResult[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { blockedBy: id } of scenarios) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** What kills the server is mended first: errors, and what is blocked, mostly follow from it. */
function survived({ scenarios }: Cause): number {
  return scenarios.some(({ code }) => code === 'server-died') ? 0 : 1;
}

/** An extension is needed: `@needs-smtp-SIZE`, and not only a service. */
function special({ tags }: ScenarioResult): number {
  return tags.some((tag) => /^@needs-[a-z0-9]+-[A-Z0-9]/.test(tag)) ? 1 : 0;
}

function rank({ verdict }: ScenarioResult): number {
  return WORST.indexOf(verdict);
}

/** How many lines the client had sent: a transcript has each on a line of its own. */
function depth({ transcript }: ScenarioResult): number {
  return transcript.match(/^[ \d.]+C\d: /gm)?.length ?? 0;
}

/** One deviation shows as fails and as warnings; what blocks is something else than what is judged. */
function keyOf(scenario: ScenarioResult): string {
  const { id, verdict, code, cause, blockedBy, reason } = scenario;
  if (verdict === 'error' || verdict === 'blocked') return [verdict, code, blockedBy ?? without(reason)].join('\n');
  const protocol = id.split('/', 1)[0]!;
  return [protocol, cause?.command ?? '', code, gistOf(cause?.difference ?? reason)].join('\n');
}

/** What came where something was to be accepted, or refused: which codes besides would have done is not the point. */
function gistOf(difference: string): string {
  const [, expected, came] = /^(.+) was expected, (.+) came$/.exec(difference) ?? [];
  if (expected === undefined) return without(difference);
  return `${/\b[23][\dx]{2}\b|\+|\bOK\b/.test(expected) ? 'accepted' : 'refused'} ${came}`;
}

/** Counts of octets, and what a scenario calls a thing, differ from scenario to scenario. */
function without(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, '…').replace(/\d+/g, '#');
}

function titleOf({ cause, reason }: ScenarioResult): string {
  return cause === undefined ? reason : `${cause.command}: ${cause.difference}`;
}
