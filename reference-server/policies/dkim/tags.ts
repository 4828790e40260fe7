/** Lists of tags, as signatures and records have them: `v=1; a=rsa-sha256` (RFC 6376 §3.2). */

export type Tags = ReadonlyMap<string, string>;

/** White space that may be folded. */
const FWS = '(?:[ \\t]|\\r\\n[ \\t])*';
const TAG = new RegExp(`^${FWS}([A-Za-z][A-Za-z0-9_]*)${FWS}=([^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*)$`);

/** Values without the white space around them; undefined where something is no tag, or a tag is there twice. */
export function parseTags(text: string): Tags | undefined {
  const specs = text.split(';');
  // The last semicolon may be left out.
  if (specs.length > 1 && specs.at(-1)!.trim() === '') specs.pop();
  const tags = new Map<string, string>();
  for (const spec of specs) {
    const [, name, value] = TAG.exec(spec) ?? [];
    if (name === undefined || tags.has(name)) return undefined;
    tags.set(name, value!.trim());
  }
  return tags;
}

/** A list within a value: `from : to`. */
export function listed(value: string): string[] {
  return value.split(':').map((each) => each.trim());
}

/** Base64 without the white space that may stand in it anywhere; undefined where it is none. */
export function base64Of(value: string): Buffer | undefined {
  const text = value.replace(/\s+/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0 ? Buffer.from(text, 'base64') : undefined;
}
