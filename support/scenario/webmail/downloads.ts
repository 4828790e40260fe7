/** The name by which a browser keeps a file: Content-Disposition in HTTP (RFC 6266, 4.3), RFC 8187 preferred. */
import type { Page } from '../../webmail/page';

export function fileNameOf(page: Page): string | undefined {
  const field = page.header('content-disposition');
  const extended = /;\s*filename\*\s*=\s*([\w-]+)'[^']*'([^;\s]+)/i.exec(field);
  if (extended) return decode(extended[2]!, extended[1]!);
  const [, quoted, token] = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(field) ?? [];
  // Fields come as octets in Latin-1; what is UTF-8 in them is taken as that by browsers.
  const raw = quoted?.replace(/\\(.)/g, '$1') ?? token;
  if (raw === undefined) return undefined;
  const asUtf8 = Buffer.from(raw, 'latin1').toString('utf8');
  return asUtf8.includes('\ufffd') ? raw : asUtf8;
}

/** The names of the parameters of Content-Disposition, in small letters (RFC 6266, 4.1): what stands in quotes is none. */
export function parametersOf(page: Page): string[] {
  const parameters = page.header('content-disposition').matchAll(/;\s*([\w*]+)\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^;\s"]*)/g);
  return [...parameters].map(([, name]) => name!.toLowerCase());
}

/** Whether a browser keeps it, and does not show it. */
export function isKept(page: Page): boolean {
  return /^\s*attachment\b/i.test(page.header('content-disposition'));
}

function decode(text: string, charset: string): string {
  const octets = Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
  return new TextDecoder(charset.toLowerCase() === 'utf-8' ? 'utf-8' : 'latin1').decode(octets);
}
