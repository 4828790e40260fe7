/** The README of each protocol gives the order in which to read its features: every one stands there once. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../files';
import type { Finding } from './finding';

export function checkReadingOrder(root: string): Finding[] {
  const files = filesBelow(root, 'features', '.feature').map((path) => path.slice('features/'.length));
  const protocols = new Set(files.map((path) => path.split('/')[0]!));
  return [...protocols].flatMap((protocol) => {
    const at = `features/${protocol}/README.md`;
    if (!existsSync(join(root, at)))
      return [{ at, message: 'is missing: it gives the order in which to read the features' }];
    const its = files.filter((path) => path.startsWith(`${protocol}/`)).map((path) => path.slice(protocol.length + 1));
    return orderFaults(readFileSync(join(root, at), 'utf8'), its).map((message) => ({ at, message }));
  });
}

/** @param files below the page's folder */
export function orderFaults(page: string, files: readonly string[]): string[] {
  // What stands in another folder is read there.
  const linked = [...page.matchAll(/\]\(((?!\.\.\/)[^)]+\.feature)\)/g)].map(([, path = '']) => path);
  return [
    ...files.filter((file) => !linked.includes(file)).map((file) => `does not say when to read ${file}`),
    ...linked.filter((file) => !files.includes(file)).map((file) => `names ${file}, which is not there`),
    ...linked.filter((file, n) => linked.indexOf(file) !== n).map((file) => `names ${file} twice`),
  ];
}
