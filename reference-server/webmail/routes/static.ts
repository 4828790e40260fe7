/** The style sheet, the script and the icon: files that are the same for everybody. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import type { Web } from '../web';

const TYPES: Readonly<Record<string, string>> = {
  'webmail.css': 'text/css; charset=utf-8',
  'webmail.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

export function staticRoutes(app: Hono<Web>): void {
  for (const [name, type] of Object.entries(TYPES)) {
    const content = readFileSync(join(folder(), name));
    const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    app.get(`/static/${name}`, (c) => {
      c.header('ETag', tag);
      c.header('Cache-Control', 'no-cache');
      if (c.req.header('if-none-match') === tag) return c.body(null, 304);
      return c.body(content, 200, { 'Content-Type': type });
    });
  }
}

/** Beside the sources, from where they are not compiled to dist/. */
function folder(): string {
  const beside = join(dirname(__dirname), 'static');
  return existsSync(beside) ? beside : join(__dirname, '../../../../reference-server/webmail/static');
}
