/** The id of a scenario: where its feature file stands, and its title. Message ids are random per run and identify nothing. */

/** A title as the second half of an id: lower-case letters and digits, everything else one hyphen. Never empty. */
export function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'scenario';
}

/** `features/smtp/order.feature` → `smtp/order`: the path below features/ without its extension. */
export function topicOf(uri: string): string {
  const path = uri.replaceAll('\\', '/').replace(/\.feature$/, '');
  const at = `/${path}`.lastIndexOf('/features/');
  return at < 0 ? path : path.slice(at + 'features/'.length);
}

/**
 * Gives ids to the titles of one feature file, in the file's order. Lint demands that titles differ; where two do not, the later
 * one gets a number, so that no verdict is ever lost.
 */
export function idsOf(uri: string, titles: readonly string[]): string[] {
  const topic = topicOf(uri);
  const seen = new Map<string, number>();
  return titles.map((title) => {
    const name = slug(title);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${topic}#${name}${count === 1 ? '' : `-${count}`}`;
  });
}
