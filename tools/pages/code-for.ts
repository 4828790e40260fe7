/** Which code carries a requirement out, as far as the code says so itself. */
import type { Requirement } from '../../reports/verdict/requirements';
import type { Cited, Sources } from './sources';

export interface CodeFor {
  /** How the code was found, for people: '' where it cites the very section. */
  by: string;
  places: Cited[];
}

const NOWHERE: CodeFor = { by: '', places: [] };

/**
 * The code that cites the requirement's section; otherwise that of another sentence which one of its scenarios shows too (RFC 3501 and
 * RFC 9051 say much twice, and the code cites one); otherwise that of the section around it; otherwise what cites the RFC as a whole.
 */
export function codeFor(
  requirement: Requirement,
  { scenarios, code }: Sources,
  of: ReadonlyMap<string, Requirement>,
): CodeFor {
  const exact = citing(code, requirement);
  if (exact.length > 0) return { by: '', places: exact };
  const twins = new Set(
    scenarios
      .filter(({ requirements }) => requirements.has(requirement.id))
      .flatMap(({ requirements }) => [...requirements]),
  );
  for (const id of twins) {
    const twin = of.get(id);
    const places = twin === undefined ? [] : citing(code, twin);
    if (places.length > 0) return { by: `as ${id}`, places };
  }
  for (let around = above(requirement.section); around !== ''; around = above(around)) {
    const places = citing(code, { ...requirement, section: around });
    if (places.length > 0) return { by: `§${around}`, places };
  }
  const rfc = rfcOf(requirement.id);
  const whole = code.filter((place) => place.rfc === rfc && place.section === undefined);
  return whole.length > 0 ? { by: 'the RFC', places: whole } : NOWHERE;
}

export function rfcOf(id: string): string | undefined {
  return /^R(\d+)-/.exec(id)?.[1];
}

function citing(code: readonly Cited[], { id, section }: Pick<Requirement, 'id' | 'section'>): Cited[] {
  const rfc = rfcOf(id);
  return code.filter((place) => place.rfc === rfc && place.section === section);
}

function above(section: string): string {
  return section.slice(0, Math.max(0, section.lastIndexOf('.')));
}
