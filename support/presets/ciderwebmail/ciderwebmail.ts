/** Debian's CiderWebmail as a target: a webmail in Perl over the bundled server's IMAP and submission. README.md says which settings it has and why. */
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS } from '../accounts';
import { bundledServer, webmailSettings } from '../bundled';
import { Daemons } from '../daemons';
import { freePorts } from '../free-ports';
import { standUp } from '../stand-up';
import { requireUnpacked, type Unpacked } from '../unpacked/packages';
import { PrivateRoot } from '../unpacked/private-root';
import { usersOf } from '../unpacked/users';
import { configuration, msmtprc } from './configuration';

const NEEDED: Unpacked = {
  preset: 'ciderwebmail',
  release: 'bookworm',
  packages: ['ciderwebmail', 'libdbd-sqlite3-perl', 'starman', 'msmtp', 'msmtp-mta'],
};
const HOME = '/var/lib/ciderwebmail';
const PSGI = '/etc/ciderwebmail/ciderwebmail.psgi';
/** Processes that answer: a page of its own asks for others while it is made. */
const WORKERS = '3';

export const ciderwebmail = standUp({
  preset: 'ciderwebmail',
  baseline: 'ciderwebmail/baseline.json',
  require: (options) => requireUnpacked(NEEDED, options),
  lay: async (workplace, packages) => {
    const [port = 0] = await freePorts(1);
    const bundled = await bundledServer(workplace);
    const root = new PrivateRoot(workplace, packages, usersOf({}));
    lay(root, bundled.services);
    const source = readFileSync(join(packages, 'usr/share/perl5/CiderWebmail.pm'), 'utf8');
    const [, version = ''] = /\$VERSION = '([^']+)'/.exec(source) ?? [];
    const listen = ['--listen', `127.0.0.1:${port}`, '--workers', WORKERS, '--preload-app'];
    const command = root.command('/usr/bin/starman', ...listen, PSGI);
    const server = { program: 'starman', command, ready: [], web: { host: '127.0.0.1', port } };
    return {
      settings: webmailSettings(workplace, bundled, { name: `CiderWebmail ${version}`, port, adapter: 'ciderwebmail' }),
      server: new Daemons([bundled.daemon, server], workplace.directory),
    };
  },
});

/** Writes all files of the instance. */
function lay(root: PrivateRoot, services: readonly Service[]): void {
  const at = (name: string) => services.find((service) => service.name === name)!;
  chmodSync(root.folder(HOME.slice(1)), 0o777);
  chmodSync(root.path('tmp'), 0o777);
  root.write('etc/ciderwebmail/ciderwebmail.conf', configuration(at('imap'), HOME));
  root.write('etc/msmtprc', msmtprc(at('submission'), PRESET_ACCOUNTS));
}
