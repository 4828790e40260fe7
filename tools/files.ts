/** Which files the tools look at. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', 'out']);

/** The files below a folder whose names end so, as paths relative to root, sorted. */
export function filesBelow(root: string, folder: string, ending: string): string[] {
  const found: string[] = [];
  const walk = (directory: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (LEFT_OUT.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith(ending)) found.push(relative(root, path));
    }
  };
  walk(join(root, folder));
  return found.sort();
}
