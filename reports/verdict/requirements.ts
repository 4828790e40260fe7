/** The requirement files: every sentence of the RFCs that asks something of somebody. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { SpecificationError } from '../specification-error';

export interface Requirement {
  id: string;
  section: string;
  level: string;
  binds: 'server' | 'client' | 'both' | 'nobody';
  /** The line of the RFC's text; absent for a rule that no RFC states. */
  line?: number;
  /** The rule in our own words. */
  says: string;
  /** 2 where a second reader has held it against its sentence. */
  read?: number;
  /** Why no scenario covers it. */
  uncovered?: string;
}

/** One file: an RFC, or the rules that no RFC states. */
export interface RequirementFile {
  /** `5321`; undefined for the rules of our own. */
  rfc: string | undefined;
  title: string;
  requirements: Requirement[];
}

/**
 * Reads the files of a folder, RFCs by number, our own rules last.
 * @param rfcs only the files of these RFCs, and our own rules
 * @throws SpecificationError that names file and row
 */
export function loadRequirements(folder: string, rfcs?: ReadonlySet<string | undefined>): RequirementFile[] {
  const names = readdirSync(folder).filter((name) => {
    const [, rfc] = /^rfc(\d+)\.yaml$/.exec(name) ?? [];
    return name.endsWith('.yaml') && (rfcs === undefined || rfc === undefined || rfcs.has(rfc));
  });
  const files = names.map((name) => parseRequirements(readFileSync(join(folder, name), 'utf8'), name));
  return files.sort((a, b) => Number(a.rfc ?? Number.MAX_SAFE_INTEGER) - Number(b.rfc ?? Number.MAX_SAFE_INTEGER));
}

/** Reads the text of one file. */
export function parseRequirements(text: string, name: string): RequirementFile {
  let read: { rfc?: unknown; title?: unknown; requirements?: unknown };
  try {
    read = (load(text) ?? {}) as typeof read;
  } catch (error) {
    throw new SpecificationError(`${name}: ${(error as Error).message.split('\n', 1)[0]}`);
  }
  if (!Array.isArray(read.requirements)) throw new SpecificationError(`${name}: it has no list "requirements"`);
  const requirements = read.requirements.map((row: Partial<Requirement> | null, index): Requirement => {
    const { id, section, level, binds, says } = row ?? {};
    if (!id || !level || !binds || !says) {
      throw new SpecificationError(`${name}: row ${index + 1} (${id ?? 'no id'}) needs id, level, binds and says`);
    }
    return { ...row, id, level, binds, says, section: String(section ?? '') };
  });
  const rfc = /^\d+$/.test(String(read.rfc)) ? String(read.rfc) : undefined;
  return { rfc, title: String(read.title ?? ''), requirements };
}

/** All rows by their id. */
export function indexRequirements(files: readonly RequirementFile[]): Map<string, Requirement> {
  return new Map(files.flatMap(({ requirements }) => requirements.map((requirement) => [requirement.id, requirement])));
}

/** `RFC 5321 §4.1.4`, or `mailspec` for a rule of our own. */
export function citationOf({ id, section }: Pick<Requirement, 'id' | 'section'>): string {
  const [, rfc] = /^R(\d+)-/.exec(id) ?? [];
  return rfc === undefined ? 'mailspec' : `RFC ${rfc} §${section}`;
}

/** The section on the RFC editor's pages; undefined for a rule of our own. */
export function addressOf({ id, section }: Pick<Requirement, 'id' | 'section'>): string | undefined {
  const [, rfc] = /^R(\d+)-/.exec(id) ?? [];
  if (rfc === undefined) return undefined;
  const anchor = /^\d/.test(section) ? `section-${section}` : `appendix-${section}`;
  return `https://www.rfc-editor.org/rfc/rfc${rfc}#${anchor}`;
}
