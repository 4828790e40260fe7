/**
 * HTML of strangers made fit to be shown. sanitize-html reads it by htmlparser2 and writes anew what stands on a list, so that whatever a browser and it
 * might read differently is never handed on; each attribute is made here from what its value means, not let through.
 *
 * sanitize-html is used since it needs no document object model: DOMPurify does, and the two that it may be used with there (a browser's, jsdom's)
 * are not to be had on Node 20. 2.17.5 is the last that runs on Node 20 (2.17.6 asks for 22).
 */
import sanitizeHtml from 'sanitize-html';
import { cleanSheet } from './css';
import { attributesOf, TAGS, TEXT_DROPPED } from './html-allowed';
import { escapeHtml } from './text';
import type { Wishes } from './wishes';

/** Characters; what is behind is left out. */
const LARGEST = 3_000_000;
/** Elements within elements; Chromium stops at 512. */
const DEEPEST = 200;
/** Elements that nobody has ended. htmlparser2 takes time by the square of it; no letter has a tenth of it. */
const MOST_OPEN = 5_000;
/** Characters of the source that is shown in the place of such a message. */
const SOURCE = 100_000;
const MOST_SHEETS = 50;

export interface CleanHtml {
  /** What stands in the body. */
  html: string;
  /** What stands in a `style` element; it holds no `</`. */
  style: string;
  /** It was longer than what is shown. */
  cut: boolean;
}

/** Takes any text, of any length, and never throws. */
export function cleanHtml(html: string, wishes: Wishes): CleanHtml {
  const text = html.slice(0, LARGEST);
  try {
    const style = sheetsOf(text).map((sheet) => cleanSheet(sheet, wishes.styleAddress));
    return { html: cleanElements(text, wishes), style: style.join('\n'), cut: html.length > LARGEST };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { html: `<pre>${escapeHtml(text.slice(0, SOURCE))}</pre>`, style: '', cut: true };
  }
}

function cleanElements(html: string, wishes: Wishes): string {
  return sanitizeHtml(html, {
    allowedTags: [...TAGS],
    // Attributes are made by `attributesOf`; nothing of the message's own comes past it.
    allowedAttributes: false,
    transformTags: {
      '*': (tagName, attribs) => ({
        // What a body says of colours goes on, in an element of ours.
        tagName: tagName === 'body' ? 'div' : tagName,
        attribs: TAGS.has(tagName) || tagName === 'body' ? attributesOf(tagName, attribs, wishes) : {},
      }),
    },
    nonTextTags: [...TEXT_DROPPED],
    allowedSchemes: ['http', 'https', 'data'],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    nestingLimit: DEEPEST,
    ...bounded(),
  });
}

/** A reading of its own: where style is among what is written, sanitize-html writes its text as it stands, also below its limit of nesting. */
function sheetsOf(html: string): string[] {
  if (!/<style/i.test(html)) return [];
  const sheets: string[] = [];
  sanitizeHtml(html, {
    allowedTags: ['style'],
    allowedAttributes: {},
    allowVulnerableTags: true,
    nonTextTags: [...TEXT_DROPPED].filter((tag) => tag !== 'style'),
    exclusiveFilter: ({ tag, text }) => {
      if (tag === 'style' && sheets.length < MOST_SHEETS) sheets.push(text);
      return true;
    },
    ...bounded(),
  });
  return sheets;
}

class TooDeep extends Error {}

function bounded(): Pick<sanitizeHtml.IOptions, 'onOpenTag' | 'onCloseTag'> {
  let open = 0;
  return {
    onOpenTag: () => {
      open++;
      if (open > MOST_OPEN) throw new TooDeep();
    },
    onCloseTag: () => {
      open--;
    },
  };
}
