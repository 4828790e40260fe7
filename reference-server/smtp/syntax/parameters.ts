/** The parameters after a path (RFC 5321 §4.1.2): `keyword` or `keyword=value`, each after one space. */

/** Keyword in capitals to value; `undefined` where it has none. */
export type Parameters = ReadonlyMap<string, string | undefined>;

const PARAMETER = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:=([\x21-\x3c\x3e-\x7e\u0080-\u{10ffff}]+))?$/u;

/** Parses what follows the path; undefined when it breaks the grammar or a keyword comes twice. */
export function parseParameters(text: string): Parameters | undefined {
  const parameters = new Map<string, string | undefined>();
  if (text === '') return parameters;
  if (!text.startsWith(' ')) return undefined;
  for (const word of text.slice(1).split(' ')) {
    const match = PARAMETER.exec(word);
    const keyword = match?.[1]?.toUpperCase();
    if (!match || keyword === undefined || parameters.has(keyword)) return undefined;
    parameters.set(keyword, match[2]);
  }
  return parameters;
}
