/** What presets fetch and do not install: kept in the user's cache folder from one run to the next. Fetched only when somebody asks for it. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { TargetError } from '../outcome';
import type { PresetOptions } from './preset';

export interface Kept {
  /** The preset. */
  preset: string;
  /** Its folder in the cache: with the versions, so that another version is another folder. */
  folder: string;
  /** For people: `npm's Haraka 3.1.1`. */
  what: string;
}

/**
 * The folder of what was fetched.
 * @param fill fetches it into the folder that it is given; a folder that was filled half is thrown away
 * @throws TargetError `not-installed` where it is not there and may not be fetched, `not-fetched` where fetching or building it failed
 */
export async function requireKept(
  { preset, folder, what }: Kept,
  options: PresetOptions,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const kept = join(cacheFolder(), folder);
  if (existsSync(kept)) return kept;
  if (!options.install) {
    throw new TargetError('not-installed', `the preset ${preset} needs ${what} in ${kept}: add --install`);
  }
  options.log(`fetching ${what} into ${kept}`);
  mkdirSync(cacheFolder(), { recursive: true });
  const draft = mkdtempSync(`${kept}-`);
  try {
    await fill(draft);
    if (!existsSync(kept)) renameSync(draft, kept);
  } catch (error) {
    throw new TargetError(
      'not-fetched',
      `the preset ${preset} needs ${what}, which could not be fetched: ${(error as Error).message}`,
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return kept;
}

/** MAILSPEC_CACHE, else where the XDG specification has it. */
export function cacheFolder(env = process.env): string {
  return env.MAILSPEC_CACHE || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mailspec');
}
