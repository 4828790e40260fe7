/**
 * Style of strangers, by a list of what is allowed: css-tree reads it as the standard says (escapes, comments, what is broken and left out), each
 * declaration, rule and selector is looked at as a tree, and only what was looked at is written again.
 */
import * as csstree from 'css-tree';
import { PROPERTIES, VALUE_FUNCTIONS } from './css-allowed';

/** The address to fetch in place of one that stands in style; undefined where nothing may be fetched. */
export type StyleAddress = (address: string) => string | undefined;

/** Larger ones are left out whole. */
const LARGEST = 300_000;
/** In an attribute, where there is much of it. */
const LARGEST_ATTRIBUTE = 5_000;
const WITH_ADDRESS = new Set(['background', 'background-image', 'list-style', 'list-style-image']);
/** What a selector may ask of an element beside its name, class and id: nothing of what stands in an attribute. */
const PSEUDO_CLASSES = new Set(
  'active checked empty first-child first-of-type focus hover last-child last-of-type link not nth-child nth-last-child nth-last-of-type nth-of-type only-child only-of-type root visited'.split(
    ' ',
  ),
);
const MEDIA = new Set(['media']);
/** What an `id` of a message begins with in our page. */
export const ID_PREFIX = 'mail-';

/** What stands in a `style` attribute. */
export function cleanDeclarations(text: string, address: StyleAddress): string {
  if (text.length > LARGEST_ATTRIBUTE) return '';
  return guarded(() => {
    const list = csstree.parse(text, { context: 'declarationList', parseCustomProperty: false });
    if (list.type !== 'DeclarationList') return '';
    cleanBlock(list.children, address);
    return csstree.generate(list);
  });
}

/** What stands in a `style` element. */
export function cleanSheet(text: string, address: StyleAddress): string {
  if (text.length > LARGEST) return '';
  return guarded(() => {
    const sheet = csstree.parse(text, { context: 'stylesheet', parseCustomProperty: false });
    if (sheet.type !== 'StyleSheet') return '';
    cleanRules(sheet.children, address);
    return csstree.generate(sheet);
  });
}

/** Nested deeper than the stack, or written so that the element would end within it: none at all. */
function guarded(clean: () => string): string {
  try {
    const text = clean();
    return /<[/!]|\0/.test(text) ? '' : text;
  } catch {
    return '';
  }
}

function cleanRules(rules: csstree.List<csstree.CssNode>, address: StyleAddress): void {
  rules.forEach((node, item) => {
    if (!isKept(node, address)) rules.remove(item);
  });
}

function isKept(node: csstree.CssNode, address: StyleAddress): boolean {
  if (node.type === 'Rule') {
    if (node.prelude.type !== 'SelectorList' || !isPlain(node.prelude)) return false;
    cleanBlock(node.block.children, address);
    return !node.block.children.isEmpty;
  }
  // No @import, @font-face, @namespace, @charset, @keyframes, @property, and none that is not known yet.
  if (node.type !== 'Atrule' || !MEDIA.has(node.name.toLowerCase()) || node.block === null) return false;
  if (node.prelude === null || has(node.prelude, ['Raw', 'Url'])) return false;
  cleanRules(node.block.children, address);
  return !node.block.children.isEmpty;
}

/** Also gives the ids their prefix. */
function isPlain(selectors: csstree.SelectorList): boolean {
  let plain = true;
  csstree.walk(selectors, (node) => {
    if (node.type === 'IdSelector') node.name = `${ID_PREFIX}${node.name}`;
    const unknown =
      node.type === 'AttributeSelector' ||
      node.type === 'PseudoElementSelector' ||
      node.type === 'NestingSelector' ||
      node.type === 'Raw' ||
      (node.type === 'PseudoClassSelector' && !PSEUDO_CLASSES.has(node.name.toLowerCase()));
    if (unknown) plain = false;
  });
  return plain;
}

function cleanBlock(block: csstree.List<csstree.CssNode>, address: StyleAddress): void {
  block.forEach((node, item) => {
    if (node.type !== 'Declaration' || !isAllowed(node, address)) block.remove(item);
  });
}

function isAllowed({ property, value }: csstree.Declaration, address: StyleAddress): boolean {
  const name = property.toLowerCase();
  if (!PROPERTIES.has(name) || value.type === 'Raw') return false;
  let allowed = true;
  csstree.walk(value, (node) => {
    if (node.type === 'Raw') allowed = false;
    if (node.type === 'Function' && !VALUE_FUNCTIONS.has(node.name.toLowerCase())) allowed = false;
    if (node.type === 'Url') {
      const instead = WITH_ADDRESS.has(name) ? address(node.value) : undefined;
      if (instead === undefined) allowed = false;
      else node.value = instead;
    }
  });
  return allowed;
}

function has(node: csstree.CssNode, types: readonly string[]): boolean {
  return csstree.find(node, ({ type }) => types.includes(type)) !== null;
}
