/** apt-get for a Debian release that need not be this machine's, with nothing installed: what a package needs comes with it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program';

export type Release = 'bookworm' | 'trixie';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Downloads packages and all that they depend on; gives the folder of the .deb files. */
export async function downloadPackages(folder: string, release: Release, packages: readonly string[]): Promise<string> {
  for (const below of ['lists/partial', 'archives/partial']) mkdirSync(join(folder, below), { recursive: true });
  writeFileSync(join(folder, 'status'), '');
  writeFileSync(join(folder, 'sources.list'), sourcesList(release));
  const settings = aptSettings(folder).flatMap((setting) => ['-o', setting]);
  await runProgram('apt-get', ['-qq', ...settings, 'update']);
  const install = ['install', '--download-only', '--no-install-recommends', '-y', ...packages];
  await runProgram('apt-get', ['-qq', ...settings, ...install]);
  return join(folder, 'archives');
}

function sourcesList(release: Release): string {
  return [
    `deb [signed-by=${KEYRING}] http://deb.debian.org/debian ${release} main\n`,
    `deb [signed-by=${KEYRING}] http://deb.debian.org/debian-security ${release}-security main\n`,
  ].join('');
}

/** The machine's own sources, lists, preferences, locks and installed packages stay out of it; its proxy stays in. */
function aptSettings(folder: string): string[] {
  return [
    `Dir::Etc::sourcelist=${folder}/sources.list`,
    'Dir::Etc::sourceparts=/dev/null',
    'Dir::Etc::preferences=/dev/null',
    'Dir::Etc::preferencesparts=/dev/null',
    `Dir::State::lists=${folder}/lists`,
    `Dir::State::status=${folder}/status`,
    `Dir::Cache=${folder}`,
    `Dir::Cache::archives=${folder}/archives`,
    'Debug::NoLocking=true',
    'Acquire::Languages=none',
    'APT::Sandbox::User=root',
  ];
}
