/**
 * `npm run picture`: draws who imports whom into ARCHITECTURE.md, from the imports as they are. Lint fails when the picture is not that
 * of the code.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Finding } from './checks/finding';
import { filesBelow } from './files';
import { withGenerated } from './generated';

const PAGE = 'ARCHITECTURE.md';
const ROOMS = ['steps', 'support', 'cli', 'reports', 'reference-server', 'defects'];
/** Rooms that are drawn with their folders. */
const OPEN = ['support', 'reports', 'reference-server'];

export function checkPicture(root: string): Finding[] {
  const page = readFileSync(join(root, PAGE), 'utf8');
  return page === withGenerated(page, 'picture', pictureOf(root))
    ? []
    : [{ at: PAGE, message: 'shows other imports: npm run picture' }];
}

/** Each folder as a box in its room, an arrow for each pair of folders that one or more imports join; tests do not count. */
export function pictureOf(root: string): string {
  const files = ROOMS.flatMap((room) => filesBelow(root, room, '.ts')).filter((file) => !file.endsWith('.test.ts'));
  const places = new Set(files.map((file) => boxOf(dirname(file))));
  // An import names a file without its ending, or a folder: what is no place of its own stands in the room itself.
  const placeOf = (path: string) => [boxOf(path), boxOf(dirname(path))].find((place) => places.has(place));
  const arrows = new Map<string, Set<string>>();
  for (const file of files) {
    const from = boxOf(dirname(file));
    for (const imported of importsOf(readFileSync(join(root, file), 'utf8'), file)) {
      const to = placeOf(imported);
      if (to !== undefined && to !== from) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  }
  const lines = [...arrows].sort().map(([from, to]) => `  ${idOf(from)} --> ${[...to].sort().map(idOf).join(' & ')}`);
  return ['```mermaid', 'flowchart LR', ...boxes([...places].sort()), ...lines, '```'].join('\n');
}

/** The box that a folder stands in: its room, or its first folder in a room that is open. */
function boxOf(folder: string): string {
  const [room = '', inner] = folder.split('/');
  return inner !== undefined && OPEN.includes(room) ? `${room}/${inner}` : room;
}

/** The files that a file imports, as paths below root, without `.ts`. */
export function importsOf(source: string, file: string): string[] {
  const found = source.matchAll(/(?:from|import|require|import\()\s*\(?'(\.[^']*)'/g);
  return [...found].map(([, path]) => normalize(join(dirname(file), path!)));
}

function boxes(places: readonly string[]): string[] {
  return ROOMS.flatMap((room) => {
    const folders = places.filter((place) => place.startsWith(`${room}/`));
    if (folders.length === 0) return [`  ${idOf(room)}["${room}/"]`];
    const inside = places.includes(room) ? [`    ${idOf(room)}["${room}/*.ts"]`] : [];
    const each = folders.map((place) => `    ${idOf(place)}["${place.slice(room.length + 1)}/"]`);
    return [`  subgraph ${idOf(room)}-room["${room}/"]`, ...inside, ...each, '  end'];
  });
}

function idOf(place: string): string {
  return place.replace('/', '-');
}

if (require.main === module) {
  const root = join(__dirname, '..');
  const page = readFileSync(join(root, PAGE), 'utf8');
  writeFileSync(join(root, PAGE), withGenerated(page, 'picture', pictureOf(root)));
}
