/** Debian packages that cannot stand beside others, or are of another release: unpacked into the cache, never installed. */
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { requireKept } from '../cache';
import { requireRoot } from '../packages';
import type { PresetOptions } from '../preset';
import { runProgram } from '../run-program';
import { downloadPackages, type Release } from './apt';

export interface Unpacked {
  /** The preset. */
  preset: string;
  release: Release;
  packages: readonly string[];
}

/** What every Debian has, and packages therefore do not ask for: the scripts in them are written for it. */
const ESSENTIAL = ['base-passwd', 'dash', 'coreutils', 'findutils', 'sed', 'grep', 'util-linux'];

/** Nobody reads these here, and they are a third of the whole. */
const LEFT_OUT = ['doc', 'info', 'locale', 'man'].map((name) => `--exclude=./usr/share/${name}`);

/**
 * The folder below which the packages' files lie as they would lie below `/`.
 * @throws TargetError `not-installed`, `needs-root`, `preset-failed`
 */
export async function requireUnpacked(unpacked: Unpacked, options: PresetOptions): Promise<string> {
  const { preset, release, packages } = unpacked;
  // Starting them needs root too: it is told before anything is fetched.
  requireRoot(preset);
  const folder = `debian-${release}-${preset}`;
  const what = `${packages.join(', ')} of Debian ${release}, unpacked`;
  return await requireKept({ preset, folder, what }, options, async (root) => {
    const apt = join(root, 'apt');
    const archives = await downloadPackages(apt, release, [...ESSENTIAL, ...packages]);
    await unpack(archives, root);
    rmSync(apt, { recursive: true });
  });
}

async function unpack(archives: string, root: string): Promise<void> {
  // Since Debian 12 these are one with those below /usr; the packages of 12 still have files in both.
  for (const name of ['bin', 'lib', 'lib64', 'sbin']) {
    mkdirSync(join(root, 'usr', name), { recursive: true });
    symlinkSync(`usr/${name}`, join(root, name));
  }
  const tar = ['tar', '-x', '-p', '--keep-directory-symlink', '-C', root, ...LEFT_OUT].join(' ');
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    await runProgram('sh', ['-c', `dpkg-deb --fsys-tarfile "$1" | ${tar}`, 'unpack', join(archives, file)]);
  }
}
