/** The baseline on disk. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Run } from '../../reports/run';
import { type Baseline, formatBaseline, parseBaseline, update } from '../../reports/verdict/baseline';
import { UsageError } from '../../support/targets/usage-error';

/**
 * The baseline that the run is set against.
 * @param preset the path of the preset's own
 * @throws UsageError when there is none where one is named, nothing is named that could be updated, or a reason is none or nowhere written
 */
export function readBaseline(
  { baseline, updateBaseline = false, why }: { baseline?: string; updateBaseline?: boolean; why?: string },
  preset?: string,
): Baseline | undefined {
  if (why !== undefined && !updateBaseline)
    throw new UsageError('no-baseline', '--why is written by --update-baseline; give that too');
  if (why?.trim() === '') throw new UsageError('no-reason', '--why is empty; say why it is borne');
  const path = baseline ?? preset;
  if (path === undefined) {
    if (updateBaseline) throw new UsageError('no-baseline', '--update-baseline needs --baseline FILE');
    return undefined;
  }
  if (existsSync(path)) return parseBaseline(readFileSync(path, 'utf8'), path);
  if (updateBaseline || baseline === undefined) return undefined;
  throw new UsageError('no-baseline', `there is no baseline ${path}; --update-baseline writes one`);
}

/** `--update-baseline`: writes what this run asks for, and returns it. */
export function writeBaseline(
  path: string,
  old: Baseline | undefined,
  run: Run,
  sentenceOf: (requirement: string) => string | undefined,
  why?: string,
): Baseline {
  const updated = update(old, run, sentenceOf, why);
  writeFileSync(path, formatBaseline(updated));
  return updated;
}
