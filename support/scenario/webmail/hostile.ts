/**
 * What of a message is active in what the webmail served. Hostile messages mark what is theirs: scripts call `ran()` with the scenario's
 * word, `ran('4f…')`, and addresses elsewhere have it in their host. So no adapter needs to know where on its page a message is shown.
 */
import { type Page, parseHtml } from '../../webmail/page';
import { isKept } from './downloads';

export interface Active {
  page: Page;
  /** For people: `<img onerror="…">`. */
  what: string;
  /** It could run or load: nothing that was served with the page keeps it from that. */
  unguarded: boolean;
}

/** Attributes that a browser goes to by itself. */
const LOADS = /^(?:src|srcset|background|poster|data|dynsrc|lowsrc|xlink:href|ping|manifest|imagesrcset)$/;
const GOES = /^(?:href|action|formaction|xlink:href|src|data|to|from|values)$/;
/** Elements whose href is loaded and not followed. */
const LOADING_LINKS = new Set(['link', 'image', 'use', 'feimage', 'base']);

/** @param mark what begins such a script: `ran('4f…')` */
export function scriptsIn(pages: readonly Page[], mark: string): Active[] {
  return everywhere(pages, (tag, attributes, text) => {
    const found: string[] = [];
    // A page of the webmail may hold the message as data for its own script: only a script that begins with what is hostile has come from it.
    const own = text.trim().startsWith(mark) || (attributes.src ?? '').includes(mark);
    if (tag === 'script' && own) found.push('<script>');
    for (const [name, value] of Object.entries(attributes)) {
      if (!value.includes(mark)) continue;
      if (/^on/.test(name) && beginsWith(value, mark)) found.push(`<${tag} ${name}="${value}">`);
      if (GOES.test(name) && isScript(value)) found.push(`<${tag} ${name}="${value}">`);
      if (name === 'style' && /expression\s*\(|-moz-binding|behavior\s*:/i.test(value))
        found.push(`<${tag} style="${value}">`);
    }
    return found;
  }).map((one) => ({ ...one, unguarded: !one.guards.noScripts }));
}

/** @param host the word in the names of hosts elsewhere */
export function loadsIn(pages: readonly Page[], host: string): Active[] {
  return everywhere(pages, (tag, attributes, text) => {
    const found: string[] = [];
    for (const [name, value] of Object.entries(attributes)) {
      if (!value.includes(host)) continue;
      const loads = LOADS.test(name) || (name === 'href' && LOADING_LINKS.has(tag));
      if (loads || (name === 'style' && isUrlOf(value, host))) found.push(`<${tag} ${name}="${value}">`);
    }
    if (tag === 'style' && isUrlOf(text, host)) found.push(`<style>${text.trim().slice(0, 120)}`);
    if (tag === 'meta' && /refresh/i.test(attributes['http-equiv'] ?? '') && (attributes.content ?? '').includes(host))
      found.push('<meta http-equiv="refresh">');
    return found;
  }).map((one) => ({ ...one, unguarded: !one.guards.nothingElsewhere }));
}

/** Forms of the message, which would send elsewhere what somebody types. */
export function formsIn(pages: readonly Page[], host: string): Active[] {
  return everywhere(pages, (tag, attributes) =>
    ['action', 'formaction'].flatMap((name) =>
      (attributes[name] ?? '').includes(host) ? [`<${tag} ${name}="${attributes[name]}">`] : [],
    ),
  ).map((one) => ({ ...one, unguarded: !one.guards.noForms }));
}

interface Guards {
  noScripts: boolean;
  nothingElsewhere: boolean;
  noForms: boolean;
}

type Look = (tag: string, attributes: Readonly<Record<string, string>>, text: string) => string[];

function everywhere(pages: readonly Page[], look: Look): (Omit<Active, 'unguarded'> & { guards: Guards })[] {
  const sandboxes = new Map(pages.flatMap(({ frames }) => frames.map(({ page, sandbox }) => [page, sandbox])));
  return (
    pages
      // What a browser keeps as a file is no page: nothing of it runs or loads.
      .filter((page) => page.isHtml && !isKept(page))
      .flatMap((page) => {
        const guards = guardsOf(page, sandboxes.get(page));
        return inDocument(page.text, look).map(({ what, sandbox }) => ({
          page,
          what,
          guards: sandbox === undefined ? guards : guardsOf(page, sandbox),
        }));
      })
  );
}

interface Element {
  tagName: string;
  attribs: Readonly<Record<string, string>>;
}

/** Documents that stand in an attribute (`srcdoc`) too. */
function inDocument(html: string, look: Look, sandbox?: string): { what: string; sandbox?: string }[] {
  const $ = parseHtml(html);
  return ($('*').get() as unknown as Element[]).flatMap((element) => {
    const named = Object.entries(element.attribs).map(([name, value]) => [name.toLowerCase(), value]);
    const attributes = Object.fromEntries(named) as Record<string, string>;
    const tag = element.tagName.toLowerCase();
    const text = tag === 'script' || tag === 'style' ? $(element as never).text() : '';
    const found = look(tag, attributes, text).map((what) => ({ what, ...(sandbox === undefined ? {} : { sandbox }) }));
    const inner = attributes.srcdoc;
    return inner === undefined ? found : [...found, ...inDocument(inner, look, attributes.sandbox ?? sandbox)];
  });
}

/** What was served with the page and keeps a browser from it: Content-Security-Policy, and the sandbox of its frame. */
function guardsOf(page: Page, sandbox: string | undefined): Guards {
  const metas = page
    .$('meta[http-equiv="Content-Security-Policy" i]')
    .get()
    .map((meta) => page.$(meta).attr('content') ?? '');
  const policies = [page.header('content-security-policy'), ...metas].filter((text) => text !== '').map(directivesOf);
  const some = (test: (policy: Map<string, string>) => boolean) => policies.some(test);
  const forbids = (name: string) => sandbox !== undefined && !sandbox.split(/\s+/).includes(name);
  return {
    noScripts: forbids('allow-scripts') || some((policy) => noInline(policy) || noSandbox(policy, 'allow-scripts')),
    nothingElsewhere: some((policy) => {
      const source = policy.get('img-src') ?? policy.get('default-src');
      return source !== undefined && !/\*|https?:(?:\s|$)|http:\/\/(?!127|localhost)/i.test(source);
    }),
    noForms: forbids('allow-forms') || some((policy) => policy.has('form-action') || noSandbox(policy, 'allow-forms')),
  };
}

function noInline(policy: Map<string, string>): boolean {
  const source = policy.get('script-src') ?? policy.get('default-src');
  if (source === undefined) return false;
  return !source.includes("'unsafe-inline'") || /'nonce-|'sha\d+-/.test(source);
}

function noSandbox(policy: Map<string, string>, word: string): boolean {
  const sandbox = policy.get('sandbox');
  return sandbox !== undefined && !sandbox.split(/\s+/).includes(word);
}

/** Each directive with its value, by its name in small letters. */
export function directivesOf(policy: string): Map<string, string> {
  return new Map(
    policy.split(/[;,]/).map((one): [string, string] => {
      const [name = '', ...values] = one.trim().split(/\s+/);
      return [name.toLowerCase(), values.join(' ').toLowerCase()];
    }),
  );
}

function beginsWith(value: string, mark: string): boolean {
  return value.trim().startsWith(mark);
}

/** Browsers pass over white space and controls within the scheme, and before it. */
function isScript(value: string): boolean {
  const bare = value.replace(/[\x00-\x20]+/g, '').toLowerCase();
  return (
    /^(?:javascript|vbscript):/.test(bare) || /^data:(?:text\/html|image\/svg|application\/xhtml|text\/xml)/.test(bare)
  );
}

function isUrlOf(css: string, host: string): boolean {
  return /url\s*\(|@import|image-set\s*\(/i.test(css) && css.includes(host);
}
