/** The elements and attributes that a message may have, and what each attribute becomes. */
import { cleanDeclarations, ID_PREFIX } from './css';
import { shownText } from './shown-text';
import type { Wishes } from './wishes';

/** Text, lists, tables, pictures. No forms, nothing that embeds, none of SVG and MathML, none whose text a browser reads by rules of its own. */
export const TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font footer ' +
    'h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

/** Dropped with all that is in them; of every other element the text stays. */
export const TEXT_DROPPED: ReadonlySet<string> = new Set(
  'applet audio canvas datalist dialog embed frameset iframe math noembed noframes noscript object option plaintext portal script select style svg template textarea title video xmp'.split(
    ' ',
  ),
);

type Made = string | undefined;
type Maker = (value: string, wishes: Wishes) => Made;

const text: Maker = (value) => shownText(value, 500);
const number: Maker = (value) => /^\s*(\d{1,5})/.exec(value)?.[1];
const length: Maker = (value) => /^\s*(\d{1,5}(?:\.\d{1,3})?(?:%|px)?)\s*$/.exec(value)?.[1];
const colour: Maker = (value) => /^\s*(#?[a-z0-9]{1,24})\s*$/i.exec(value)?.[1];
const oneOf =
  (...values: string[]): Maker =>
  (value) =>
    values.find((one) => one === value.trim().toLowerCase());
const style: Maker = (value, wishes) => cleanDeclarations(value, wishes.styleAddress) || undefined;

const EVERYWHERE: Readonly<Record<string, Maker>> = {
  align: oneOf('left', 'right', 'center', 'justify', 'middle', 'top', 'bottom'),
  'aria-hidden': oneOf('true', 'false'),
  'aria-label': text,
  bgcolor: colour,
  class: (value) =>
    value
      .slice(0, 500)
      .match(/[\w-]+/g)
      ?.join(' '),
  dir: oneOf('ltr', 'rtl', 'auto'),
  height: length,
  id: (value) => (/^[\w-]{1,100}$/.test(value) ? `${ID_PREFIX}${value}` : undefined),
  lang: (value) => /^[a-z0-9-]{1,35}$/i.exec(value)?.[0],
  role: oneOf('presentation', 'none', 'img', 'heading', 'list', 'listitem'),
  style,
  title: text,
  valign: oneOf('top', 'middle', 'bottom', 'baseline'),
  width: length,
};
const CELL: Readonly<Record<string, Maker>> = {
  abbr: text,
  colspan: number,
  rowspan: number,
  nowrap: () => 'nowrap',
  scope: oneOf('row', 'col', 'rowgroup', 'colgroup'),
};
const OF_TAG: Readonly<Record<string, Readonly<Record<string, Maker>>>> = {
  col: { span: number },
  colgroup: { span: number },
  font: {
    color: colour,
    face: (value) => /^[\w ,'-]{1,100}$/.exec(value)?.[0],
    size: (value) => /^[+-]?\d$/.exec(value.trim())?.[0],
  },
  hr: { color: colour, noshade: () => 'noshade', size: number },
  img: { alt: text, border: number, hspace: number, vspace: number },
  li: { type: oneOf('1', 'a', 'i', 'disc', 'circle', 'square'), value: number },
  ol: { start: number, reversed: () => 'reversed', type: (value) => /^[1aAiI]$/.exec(value)?.[0] },
  table: { border: number, cellpadding: number, cellspacing: number },
  td: CELL,
  th: CELL,
  time: { datetime: text },
  ul: { type: oneOf('disc', 'circle', 'square') },
};

/** All attributes of the element as it will be written. */
export function attributesOf(
  tag: string,
  given: Readonly<Record<string, string>>,
  wishes: Wishes,
): Record<string, string> {
  const made: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    const maker = own(OF_TAG[tag] ?? {}, name) ?? own(EVERYWHERE, name);
    const result = maker?.(value, wishes);
    if (result !== undefined) made[name] = result;
  }
  if (tag === 'a') return { ...made, ...link(given.href, wishes) };
  if (tag === 'img') return { alt: '', ...made, ...picture(given.src, wishes) };
  if (tag === 'body') return body(given, made, wishes);
  return given.background === undefined ? made : withBackground(made, given.background, wishes);
}

/** `constructor` is no attribute. */
function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function link(href: string | undefined, { link }: Wishes): Record<string, string> {
  const within = /^\s*#([\w-]{1,100})\s*$/.exec(href ?? '');
  if (within !== null) return { href: `#${ID_PREFIX}${within[1]}` };
  const to = href === undefined ? undefined : link(href);
  return to === undefined ? {} : { href: to.href, title: to.title, target: '_blank', rel: 'noopener noreferrer' };
}

function picture(src: string | undefined, { picture }: Wishes): Record<string, string> {
  const from = src === undefined ? undefined : picture(src);
  return from === undefined ? {} : { src: from, loading: 'lazy', referrerpolicy: 'no-referrer' };
}

function body(
  given: Readonly<Record<string, string>>,
  made: Record<string, string>,
  wishes: Wishes,
): Record<string, string> {
  const { bgcolor, ...rest } = made;
  const ink = colour(given.text ?? '', wishes);
  const colours = `${bgcolor === undefined ? '' : `background-color:${bgcolor};`}${ink === undefined ? '' : `color:${ink};`}`;
  const styled =
    colours === ''
      ? rest
      : { ...rest, style: `${cleanDeclarations(colours, wishes.styleAddress)};${rest.style ?? ''}` };
  return given.background === undefined ? styled : withBackground(styled, given.background, wishes);
}

/** Old mail has pictures behind tables by an attribute; it becomes style, once pictures are asked for. */
function withBackground(made: Record<string, string>, background: string, wishes: Wishes): Record<string, string> {
  const from = wishes.styleAddress(background);
  if (from === undefined) return made;
  const image = cleanDeclarations(`background-image:url("${from}")`, () => from);
  return { ...made, style: `${image};${made.style ?? ''}` };
}
