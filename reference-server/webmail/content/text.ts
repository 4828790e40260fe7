/** A message in plain text as a page: nothing in it is markup; addresses become links, and quoted lines are told apart. */
import type { Wishes } from './wishes';

/** Characters; what is behind is left out. */
const LARGEST = 1_000_000;
const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]{1,2000}/gi;
/** Punctuation that ends the sentence, not the address. */
const BEHIND = /[.,:;!?'’”»\])}]+$/;
/** What would turn the rest of a line around: shown as what it is. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Controls but TAB and LF. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

export function textAsHtml(text: string, wishes: Wishes): { html: string; cut: boolean } {
  const lines = text.slice(0, LARGEST).replace(/\r\n?/g, '\n').replace(CONTROLS, '\ufffd').split('\n');
  return {
    html: `<pre dir="auto">${lines.map((line) => quoted(line, wishes)).join('\n')}</pre>`,
    cut: text.length > LARGEST,
  };
}

/** `> > text`: how often somebody else is quoted. */
function quoted(line: string, wishes: Wishes): string {
  const depth = /^(?:> ?)+/.exec(line)?.[0].replaceAll(' ', '').length ?? 0;
  return depth === 0
    ? linked(line, wishes)
    : `<span class="quoted-${Math.min(depth, 3)}">${linked(line, wishes)}</span>`;
}

function linked(line: string, wishes: Wishes): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { 0: found, index } of line.matchAll(ADDRESS)) {
    const address = found.replace(BEHIND, '');
    const to = wishes.link(address);
    pieces.push(escapeHtml(line.slice(at, index)));
    pieces.push(
      to === undefined
        ? escapeHtml(address)
        : `<a href="${escapeHtml(to.href)}" title="${escapeHtml(to.title)}" target="_blank" rel="noopener noreferrer">${escapeHtml(address)}</a>`,
    );
    at = index + address.length;
  }
  return `${pieces.join('')}${escapeHtml(line.slice(at))}`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(TURNS, (mark) => `<bdi class="mark">U+${mark.charCodeAt(0).toString(16).toUpperCase()}</bdi>`);
}
