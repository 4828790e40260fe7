const MILLISECONDS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds of a time as the target file writes it: `300ms`, `5s`, `1.5m`, `2h`. The schema has checked the form. */
export function milliseconds(time: string): number {
  const [, amount, unit] = /^([\d.]+)(ms|s|m|h)$/.exec(time) ?? [];
  if (amount === undefined || unit === undefined) throw new Error(`not a time: ${time}`);
  return Math.round(Number(amount) * MILLISECONDS[unit]!);
}
