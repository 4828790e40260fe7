/** What Roundcube answers to its own script: calls of that script's functions, with JSON as arguments. */
import { type Page, parseHtml } from '../page';
import { demand } from '../webmail';

/** The arguments of each call of this function, in order. */
export function callsOf(page: Page, name: string): unknown[][] {
  const { exec = '' } = parsed(page);
  return exec.split('\n').flatMap((line) => {
    const match = /^this\.(\w+)\((.*)\);$/s.exec(line);
    return match?.[1] === name ? [JSON.parse(`[${match[2]}]`) as unknown[]] : [];
  });
}

/** What it says to the person: each text with its kind, `error` for one. */
export function messagesOf(page: Page): { text: string; kind: string }[] {
  return callsOf(page, 'display_message').map(([text, kind]) => ({ text: String(text), kind: String(kind) }));
}

function parsed(page: Page): { exec?: string } {
  try {
    return JSON.parse(page.text) as { exec?: string };
  } catch {
    return demand<never>(undefined, page, 'an answer in JSON');
  }
}

/** The text of a piece of HTML. */
export function textOf(html: unknown): string {
  return parseHtml(String(html ?? ''))('body').text();
}
