/** Authentication-Results: what this server has found, for those behind it (RFC 8601 §2.2). */

import { isAtom } from './words';

export interface Finding {
  /** `spf` */
  readonly method: string;
  readonly result: string;
  /** For people. */
  readonly comment?: string;
  /** `smtp.mailfrom` and what it holds. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** RFC 8601 §4: "none" where nothing was looked at. */
export function resultsField(server: string, findings: readonly Finding[]): string {
  const results = findings.map(written);
  return `Authentication-Results: ${server};\r\n\t${results.length === 0 ? 'none' : results.join(';\r\n\t')}\r\n`;
}

function written({ method, result, comment, properties = {} }: Finding): string {
  const said = comment === undefined ? '' : ` (${comment.replace(/[^\x20-\x7e]|[()\\]/g, '?')})`;
  const facts = Object.entries(properties).map(([name, value]) => `\r\n\t ${name}=${safe(value)}`);
  return `${method}=${result}${said}${facts.join('')}`;
}

/** What a sender has made up ends neither line nor value. */
export function safe(value: string): string {
  if (isAtom(value)) return value;
  const visible = value.replace(/[^\x20-\x7e]/g, (char) => (char < '\x80' ? '?' : char));
  return `"${visible.slice(0, 500).replace(/["\\]/g, '\\$&')}"`;
}
