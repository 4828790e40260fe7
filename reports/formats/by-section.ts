/** Scenarios gathered under the RFC sections that they cover. */
import type { ScenarioResult } from '../run';
import { type Totals, totalsOf } from '../verdict/verdict';

export interface Section {
  /** `5321`, or `mailspec` for rules that no RFC states. */
  rfc: string;
  section: string;
  scenarios: ScenarioResult[];
}

export interface RfcGroup {
  rfc: string;
  sections: Section[];
  /** Each scenario counted once. */
  totals: Totals;
}

/** RFCs by number, sections in their own order; a scenario stands under every section that it covers. */
export function bySection(scenarios: readonly ScenarioResult[]): RfcGroup[] {
  const sections = new Map<string, Section>();
  for (const scenario of scenarios) {
    const places = scenario.requirements.length === 0 ? [''] : scenario.requirements;
    for (const requirement of places) {
      const { rfc, section } = headingOf(requirement);
      const key = `${rfc} ${section}`;
      const known = sections.get(key) ?? { rfc, section, scenarios: [] };
      if (!known.scenarios.includes(scenario)) known.scenarios.push(scenario);
      sections.set(key, known);
    }
  }
  const sorted = [...sections.values()].sort(compareSections);
  return [...new Set(sorted.map(({ rfc }) => rfc))].map((rfc) => {
    const own = sorted.filter((section) => section.rfc === rfc);
    return { rfc, sections: own, totals: totalsOf([...new Set(own.flatMap((section) => section.scenarios))]) };
  });
}

/** `R5321-4.1.4-14` → `5321`, `4.1.4`; `M-robust-x` → `mailspec`, `robust`. */
export function headingOf(requirement: string): { rfc: string; section: string } {
  const [, rfc, section] = /^R(\d+)-(.+)-[^-]+$/.exec(requirement) ?? [];
  if (rfc !== undefined && section !== undefined) return { rfc, section };
  return { rfc: 'mailspec', section: /^M-([^-]+)/.exec(requirement)?.[1] ?? '' };
}

function compareSections(a: Section, b: Section): number {
  return compareNatural(a.rfc, b.rfc) || compareNatural(a.section, b.section);
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** 4.2 before 4.10, numbers before letters. */
export function compareNatural(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}
