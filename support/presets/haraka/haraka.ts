/** npm's Haraka as a target: SMTP in, Maildirs out. README.md says which settings it has and why. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { requireKept } from '../cache';
import { makeCertificate } from '../certificate';
import { Daemons } from '../daemons';
import { mayHaveOutside, type Outside, placeOutside } from '../outside';
import type { PresetOptions } from '../preset';
import { withResolver } from '../private-resolver';
import { runProgram } from '../run-program';
import { placeServices } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import { requireTool } from '../tool';
import type { Workplace } from '../workplace';
import { configuration, type Ports } from './configuration';

const VERSION = '3.3.4';

export const haraka = standUp({
  preset: 'haraka',
  baseline: 'haraka/baseline.json',
  require: requireHaraka,
  lay: async (workplace, modules) => {
    const { ports, services } = await placeServices(['smtp', 'submission', 'submissions']);
    const program = join(modules, 'node_modules/Haraka/bin/haraka');
    await runProgram(process.execPath, [program, '-i', workplace.path('haraka')]);
    const outside = mayHaveOutside() ? await placeOutside(25) : undefined;
    const ca = await lay(workplace, ports, outside);
    const run = [process.execPath, program, '-c', workplace.path('haraka')];
    const command = outside ? withResolver(workplace, outside, run) : run;
    const daemon = { program: 'haraka', command, ready: services };
    const settings = { ...settingsOf(workplace, services, ca), ...(outside && { outside }) };
    return { settings, server: new Daemons([daemon], workplace.directory) };
  },
});

/** The folder of its node_modules. */
async function requireHaraka(options: PresetOptions): Promise<string> {
  if (!mayHaveOutside()) options.log('haraka sends no mail elsewhere: for that, run as root on Linux');
  await requireTool('haraka', ['npm', '--version'], 'npm');
  const kept = { preset: 'haraka', folder: `haraka-${VERSION}`, what: `npm's Haraka ${VERSION}` };
  return await requireKept(kept, options, async (folder) => {
    const quiet = ['--no-audit', '--no-fund', '--silent'];
    // The plugins that it names as optional are filters, which no scenario asks for.
    await runProgram('npm', ['install', '--prefix', folder, '--omit=optional', ...quiet, `Haraka@${VERSION}`]);
  });
}

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(workplace: Workplace, ports: Ports, outside: Outside | undefined): Promise<string> {
  const { cert, key } = await makeCertificate();
  const files = {
    ...configuration(ports, workplace.path('mail'), outside !== undefined),
    'tls_cert.pem': cert,
    'tls_key.pem': key,
  };
  for (const [name, content] of Object.entries(files)) workplace.write(`haraka/config/${name}`, content);
  const plugin = join(packageRoot(), 'support/presets/haraka/maildirs.js');
  copyFileSync(plugin, workplace.path('haraka/plugins/maildirs.js'));
  return cert;
}

function settingsOf(workplace: Workplace, services: Service[], ca: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `Haraka ${VERSION}`,
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{user}'),
    limits: { badLogins: 2, errors: 20, connections: 50 },
    timing: { reply: 5_000, delivery: 5_000, retry: 5_000, giveUp: 12_000 },
  };
}
