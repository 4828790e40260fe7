/**
 * `npm run pages [-- --base https://host/owner/mailspec/blob/main]`: writes reports/out/rfc/, a page an RFC, which leads from each sentence
 * to its scenarios and to the code. Without a base the links go to the files of this folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { indexRequirements } from '../reports/verdict/requirements';
import { indexPage } from './pages/index-page';
import { type Link, pageName, rfcPage } from './pages/rfc-page';
import { readSources, type Sources } from './pages/sources';

const FOLDER = 'reports/out/rfc';

/** The pages by their names. */
function pagesOf(sources: Sources, base: string): Map<string, string> {
  const link: Link = (path, line) => `${base}/${path}#L${line}`;
  const known = indexRequirements(sources.files);
  const pages = sources.files.map((file): [string, string] => [pageName(file), rfcPage(file, sources, known, link)]);
  return new Map([['README.md', indexPage(sources)], ...pages]);
}

const root = join(__dirname, '..');
const { values } = parseArgs({ options: { base: { type: 'string', default: '../../..' } } });
mkdirSync(join(root, FOLDER), { recursive: true });
for (const [name, text] of pagesOf(readSources(root), values.base)) writeFileSync(join(root, FOLDER, name), text);
console.log(`${FOLDER}/README.md`);
