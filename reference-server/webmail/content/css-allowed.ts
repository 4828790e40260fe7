/**
 * The properties that a message may set: how its text and boxes look. None by which something leaves its place or its frame (position, z-index,
 * transform, filter, clip), that is fetched (content, cursor, mask, font faces), that runs (behavior, -moz-binding, expression) or that moves.
 */
const SIDES = [
  'top',
  'right',
  'bottom',
  'left',
  'block',
  'inline',
  'block-start',
  'block-end',
  'inline-start',
  'inline-end',
];
const sided = (name: string, parts: readonly string[] = ['']) =>
  ['', ...SIDES.map((side) => `-${side}`)].flatMap((side) => parts.map((part) => `${name}${side}${part}`));

export const PROPERTIES: ReadonlySet<string> = new Set([
  ...sided('margin'),
  ...sided('padding'),
  ...sided('border', ['', '-color', '-style', '-width']),
  ...'border-collapse border-spacing border-radius border-top-left-radius border-top-right-radius border-bottom-left-radius border-bottom-right-radius'.split(
    ' ',
  ),
  ...'background background-color background-image background-position background-position-x background-position-y background-repeat background-size background-clip background-origin'.split(
    ' ',
  ),
  ...'color opacity visibility display float clear overflow overflow-x overflow-y overflow-wrap box-sizing box-shadow'.split(
    ' ',
  ),
  ...'width height min-width min-height max-width max-height aspect-ratio object-fit object-position vertical-align'.split(
    ' ',
  ),
  ...'font font-family font-size font-style font-weight font-variant font-variant-numeric font-stretch line-height letter-spacing word-spacing'.split(
    ' ',
  ),
  ...'text-align text-align-last text-decoration text-decoration-color text-decoration-line text-decoration-style text-indent text-overflow text-shadow text-transform text-underline-offset text-wrap'.split(
    ' ',
  ),
  ...'white-space word-break word-wrap hyphens tab-size line-break direction unicode-bidi writing-mode quotes'.split(
    ' ',
  ),
  ...'list-style list-style-position list-style-type list-style-image table-layout caption-side empty-cells'.split(' '),
  ...'flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap order gap row-gap column-gap align-content align-items align-self justify-content justify-items justify-self place-content place-items'.split(
    ' ',
  ),
  ...'columns column-count column-width column-rule break-after break-before break-inside page-break-after page-break-before page-break-inside orphans widows'.split(
    ' ',
  ),
  ...'-webkit-text-size-adjust -ms-text-size-adjust text-size-adjust outline outline-color outline-style outline-width'.split(
    ' ',
  ),
]);

/** The functions that may stand in a value: of colours, of numbers, of gradients. Neither `var`, `attr` and `env`, nor what fetches by another name (`image-set`, `cross-fade`, `element`, `src`). */
export const VALUE_FUNCTIONS: ReadonlySet<string> = new Set(
  'rgb rgba hsl hsla hwb lab lch oklab oklch color-mix calc min max clamp linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient'.split(
    ' ',
  ),
);
