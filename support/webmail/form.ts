/** Forms as a browser fills and sends them (the HTML standard, “constructing the entry list”). */
import type { Cheerio } from 'cheerio';
import type { Page } from './page';

export interface UploadedFile {
  name: string;
  type: string;
  content: Buffer;
}

export type Value = string | UploadedFile;
export type Entry = readonly [name: string, value: Value];

export interface Form {
  action: URL;
  method: 'GET' | 'POST';
  multipart: boolean;
  entries: Entry[];
}

// biome-ignore lint/suspicious/noExplicitAny: cheerio's nodes are of a package that it does not give to who uses it.
type Selection = Cheerio<any>;

/** The form that the selector finds on the page, as it stands there; undefined where there is none. @param button the one that is pressed */
export function formOf(page: Page, selector: string, button?: string): Form | undefined {
  const form = page.$(selector).first();
  if (form.length === 0) return undefined;
  const pressed = button === undefined ? undefined : page.$(button).first();
  const own = (name: string) => pressed?.attr(`form${name}`) ?? form.attr(name);
  const entries = entriesOf(page, form);
  const name = pressed?.attr('name');
  if (name !== undefined) entries.push([name, pressed!.attr('value') ?? '']);
  return {
    action: new URL(own('action') ?? '', page.url),
    method: own('method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
    multipart: own('enctype')?.toLowerCase() === 'multipart/form-data',
    entries,
  };
}

/** The same form with these fields said otherwise; one that is not there is added, and one of which nothing is said stays as it is. */
export function fill(form: Form, fields: Readonly<Record<string, string | readonly Value[] | undefined>>): Form {
  const said = new Map(Object.entries(fields).filter(([, value]) => value !== undefined));
  const changed = [...said].flatMap(([name, value = []]): Entry[] =>
    typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
  );
  return { ...form, entries: [...form.entries.filter(([name]) => !said.has(name)), ...changed] };
}

const NOT_SENT = /^(?:submit|button|image|reset|file)$/i;

function entriesOf(page: Page, form: Selection): Entry[] {
  const id = form.attr('id');
  const fields = 'input[name], select[name], textarea[name]';
  const elsewhere = id === undefined ? [] : page.$(fields).filter(`[form="${id}"]`).get();
  return [...form.find(fields).get(), ...elsewhere].flatMap((element): Entry[] => {
    const field: Selection = page.$(element);
    const name = field.attr('name')!;
    if (field.attr('disabled') !== undefined) return [];
    const tag = element.tagName.toLowerCase();
    if (tag === 'textarea') return [[name, field.text().replace(/^\n/, '')]];
    if (tag === 'select') return selected(page, field).map((value) => [name, value]);
    const type = field.attr('type') ?? 'text';
    if (NOT_SENT.test(type)) return [];
    if (/^(?:checkbox|radio)$/i.test(type))
      return field.attr('checked') === undefined ? [] : [[name, field.attr('value') ?? 'on']];
    return [[name, field.attr('value') ?? '']];
  });
}

function selected(page: Page, field: Selection): string[] {
  const options = field.find('option').get();
  const chosen = options.filter((option) => page.$(option).attr('selected') !== undefined);
  const multiple = field.attr('multiple') !== undefined;
  const taken = chosen.length > 0 ? chosen : multiple ? [] : options.slice(0, 1);
  return taken.map((option) => page.$(option).attr('value') ?? page.$(option).text());
}

/** Lines end in CRLF, whatever the text has them end in. */
export function urlencoded(entries: readonly Entry[]): string {
  const text = (value: Value) => (typeof value === 'string' ? value : value.name).replace(/\r\n|\r|\n/g, '\r\n');
  return new URLSearchParams(entries.map(([name, value]) => [name, text(value)])).toString();
}
