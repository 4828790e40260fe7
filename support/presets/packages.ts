/** Debian packages that a preset needs. Installed only when somebody asks for it. */
import { existsSync } from 'node:fs';
import { TargetError } from '../outcome';
import type { PresetOptions } from './preset';
import { runProgram } from './run-program';

export interface Requirement {
  /** The preset. */
  preset: string;
  /** Debian packages. */
  packages: readonly string[];
  /** Files that are there once they are installed. */
  files: readonly string[];
}

/** @throws TargetError `not-installed`, `needs-root`, `preset-failed` */
export async function requirePackages({ preset, packages, files }: Requirement, options: PresetOptions): Promise<void> {
  const missing = () => files.find((file) => !existsSync(file));
  if (missing() === undefined) return;
  const names = packages.join(' ');
  if (!options.install) {
    const how = `add --install, or run: apt-get install ${names}`;
    throw new TargetError(
      'not-installed',
      `the preset ${preset} needs the Debian packages ${names} (${missing()} is missing): ${how}`,
    );
  }
  requireRoot(preset);
  options.log(`installing ${names}`);
  await install(packages);
  const still = missing();
  if (still !== undefined) throw new TargetError('not-installed', `${still} is missing though ${names} are installed`);
}

/** A fresh container has no lists of packages, and an old one may have lists of what is not there any more: then they are fetched. */
async function install(packages: readonly string[]): Promise<void> {
  const apt = (...args: string[]) =>
    runProgram('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const attempt = () => apt('install', '-y', '--no-install-recommends', ...packages);
  await attempt().catch(async () => {
    await apt('update');
    await attempt();
  });
}

/** Servers that change to other users can be started by root only. @throws TargetError `needs-root` */
export function requireRoot(preset: string): void {
  if (process.getuid?.() !== 0) throw new TargetError('needs-root', `the preset ${preset} has to be run as root`);
}
