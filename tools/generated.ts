/** The part of a page that a command writes: between a comment that names the command and the one that ends it. */

const END = '<!-- end -->';

/** The page with this for what `npm run COMMAND` writes. */
export function withGenerated(page: string, command: string, text: string): string {
  const begin = `<!-- made by npm run ${command} -->`;
  const [before = '', rest = ''] = page.split(begin);
  return `${before}${begin}\n${text}\n${rest.slice(rest.indexOf(END))}`;
}
