/** `npm run site` ends with it: every link of the pages in reports/out/site leads somewhere. Ends with one line `N passed, N failed`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from './files';

const SITE = join('reports', 'out', 'site');
/** Where the bundled server's, the presets' and other files are linked to that no page shows. */
const ELSEWHERE = /^[a-z]+:/;

function main(): void {
  const pages = filesBelow(process.cwd(), SITE, '.html');
  const texts = new Map(pages.map((page) => [page, readFileSync(page, 'utf8')]));
  const dead = [...texts].flatMap(([page, html]) =>
    linksOf(html)
      .filter((link) => !leadsSomewhere(page, link, texts))
      .map((link) => `fails ${page}: ${link}`),
  );
  for (const line of dead) console.log(line);
  const all = [...texts.values()].flatMap(linksOf).length;
  console.log(`${all - dead.length} passed, ${dead.length} failed`);
  process.exitCode = dead.length === 0 && all > 0 ? 0 : 1;
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .filter((href) => !ELSEWHERE.test(href));
}

function leadsSomewhere(page: string, link: string, texts: ReadonlyMap<string, string>): boolean {
  const [path = '', anchor] = link.split('#');
  const file = decodeURIComponent(
    path === '' ? page : path.startsWith('/') ? join(SITE, path) : join(dirname(page), path),
  );
  const target = [file, join(file, 'index.html')].find((name) => texts.has(name));
  if (target === undefined) return existsSync(file) || existsSync(file.slice(SITE.length + 1));
  return anchor === undefined || texts.get(target)!.includes(`id="${decodeURIComponent(anchor)}"`);
}

main();
