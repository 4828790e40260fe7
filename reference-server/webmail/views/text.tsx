/** Text as it was written, with its quotations told apart and its links leading over the page that shows where they go. */

import type { ComponentChildren } from 'preact';

const LINK = /\bhttps?:\/\/[^\s<>"'()[\]{}]+[^\s<>"'()[\]{}.,;:!?]/giu;

/** @param link the address of the page for a link */
export function TextBody({ text, link }: { text: string; link: (href: string) => string }) {
  return (
    <div id="body" data-kind="text" class="text" dir="auto">
      {blocksOf(text).map(({ depth, lines }, i) =>
        depth === 0 ? (
          linked(lines, link)
        ) : (
          <span key={i} class={`quote quote-${Math.min(depth, 3)}`}>
            {linked(lines, link)}
          </span>
        ),
      )}
    </div>
  );
}

interface Block {
  depth: number;
  lines: string;
}

/** Lines of the same depth together; the text of all blocks is the text. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    // The depth is the number of marks in front, of which no space is part.
    const depth = /^(?:> ?)*/.exec(line)![0].replaceAll(' ', '').length;
    const last = blocks.at(-1);
    if (last?.depth === depth) last.lines += line;
    else blocks.push({ depth, lines: line });
  }
  return blocks;
}

function linked(text: string, link: (href: string) => string): ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const { 0: href, index } of text.matchAll(LINK)) {
    pieces.push(
      text.slice(at, index),
      <a key={index} href={link(href)} target="_blank" rel="noopener noreferrer">
        {href}
      </a>,
    );
    at = index + href.length;
  }
  return [...pieces, text.slice(at)];
}
