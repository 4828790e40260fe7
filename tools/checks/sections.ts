/** Every `RFC nnnn §x.y` in the sources and scenarios names a section that the RFC has (features/requirements/sections.json). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citationsIn } from '../citations';
import { filesBelow } from '../files';
import type { Finding } from './finding';

const FOLDERS = ['features', 'steps', 'support', 'cli', 'reports', 'reference-server', 'defects', 'bench'];

export function checkSections(root: string): Finding[] {
  const sections = readSections(root);
  const files = FOLDERS.flatMap((folder) => ['.ts', '.feature'].flatMap((ending) => filesBelow(root, folder, ending)));
  return files.flatMap((path) => unknownSections(path, readFileSync(join(root, path), 'utf8'), sections));
}

/** The sections of each RFC, by its number. */
export function readSections(root: string): Map<string, Set<string>> {
  const json = JSON.parse(readFileSync(join(root, 'features/requirements/sections.json'), 'utf8')) as Record<
    string,
    string
  >;
  return new Map(Object.entries(json).map(([rfc, list]) => [rfc, new Set(list.split(' '))]));
}

/** The references of one text to sections that do not exist. */
export function unknownSections(path: string, text: string, sections: Map<string, Set<string>>): Finding[] {
  return citationsIn(text).flatMap(({ rfc, section, line, row }) => {
    const at = `${path}:${line}`;
    const known = sections.get(rfc);
    if (known === undefined && (row || section !== undefined))
      return [{ at, message: `RFC ${rfc} is not among the RFCs in scope` }];
    if (section === undefined || known?.has(section)) return [];
    return [{ at, message: `RFC ${rfc} has no section ${section}` }];
  });
}
