/** Messages that other people's packages keep for their own tests; nothing of them is kept here. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from './text';

/** How packages call files with a message in them. */
const FILE = /\.(?:eml|msg|raw|txt)$/;
/** A line of a header stands near the beginning; a file of notes has none. */
const MESSAGE = /^(?:From .*\r\n)?[!-9;-~]+[ \t]*:.*\r\n/;
const LARGEST = 512 * 1024;

/** Every message below a folder, once, with CRLF for its line ends. */
export function messagesBelow(folder: string): Text[] {
  const seen = new Set<string>();
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => FILE.test(path))
    .sort()
    .flatMap((path) => {
      const file = join(folder, path);
      const { size } = statSync(file);
      if (size === 0 || size > LARGEST || !statSync(file).isFile()) return [];
      const octets = Buffer.from(readFileSync(file, 'latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
      const digest = createHash('sha256').update(octets).digest('hex');
      if (seen.size === seen.add(digest).size || !MESSAGE.test(octets.toString('latin1', 0, 2000))) return [];
      return [{ name: path, octets }];
    });
}
