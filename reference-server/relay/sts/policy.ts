/** A domain's policy: which hosts take its mail, and that they have TLS (RFC 8461 §3.2). */

export interface StsPolicy {
  readonly mode: 'enforce' | 'testing' | 'none';
  /** Seconds. */
  readonly maxAge: number;
  /** In small letters. */
  readonly mx: readonly string[];
}

/** RFC 8461 §3.2: a year. */
const LONGEST = 31_557_600;
const LINE = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,31}):[ \t]*(.*?)[ \t]*$/;
/** RFC 5321 §4.1.2, perhaps with a wildcard. An address is no name of a host (RFC 8461 §4.1). */
const PATTERN = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?$/i;
const MODES = ['enforce', 'testing', 'none'] as const;

/** Undefined where it is none. */
export function parsePolicy(text: string): StsPolicy | undefined {
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => LINE.exec(line));
  if (lines.includes(null)) return undefined;
  const fields = lines.flatMap((match) => (match ? [{ name: match[1]!, value: match[2]! }] : []));
  const first = (name: string) => fields.find((field) => field.name === name)?.value;
  const mode = MODES.find((each) => each === first('mode'));
  const maxAge = first('max_age') ?? '';
  if (first('version') !== 'STSv1' || mode === undefined || !/^\d{1,10}$/.test(maxAge)) return undefined;
  const mx = fields.flatMap(({ name, value }) => (name === 'mx' && PATTERN.test(value) ? [value.toLowerCase()] : []));
  if (mx.length === 0 && mode !== 'none') return undefined;
  return { mode, maxAge: Math.min(Number(maxAge), LONGEST), mx };
}

/** Whether mail may go to this host. A wildcard stands for one label, the first (RFC 8461 §4.1). */
export function allows({ mx }: StsPolicy, host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  const behind = name.slice(name.indexOf('.') + 1);
  return mx.some((pattern) => pattern === name || (name.includes('.') && pattern === `*.${behind}`));
}
