/** Debian's Roundcube as a target: a webmail over the bundled server's IMAP and submission. README.md says which settings it has and why. */
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../../targets/target';
import { PRESET_DOMAIN } from '../accounts';
import { bundledServer, webmailSettings } from '../bundled';
import { Daemons } from '../daemons';
import { freePorts } from '../free-ports';
import { standUp } from '../stand-up';
import { requireUnpacked, type Unpacked } from '../unpacked/packages';
import { PrivateRoot } from '../unpacked/private-root';
import { usersOf } from '../unpacked/users';
import { configuration, phpSettings } from './configuration';

const PHP = ['php-cli', 'php-intl', 'php-mbstring', 'php-xml', 'php-curl'];
const NEEDED: Unpacked = {
  preset: 'roundcube',
  release: 'bookworm',
  packages: ['roundcube-core', 'roundcube-sqlite3', ...PHP],
};
const HOME = '/var/lib/roundcube';
/** Processes that answer: a page of its own asks for others while it is made. */
const WORKERS = '4';

export const roundcube = standUp({
  preset: 'roundcube',
  baseline: 'roundcube/baseline.json',
  require: (options) => requireUnpacked(NEEDED, options),
  lay: async (workplace, packages) => {
    const [port = 0] = await freePorts(1);
    const bundled = await bundledServer(workplace);
    const root = new PrivateRoot(workplace, packages, usersOf({}));
    lay(root, bundled.services);
    const php = phpOf(root);
    const version = /RCMAIL_VERSION', '([^']+)'/.exec(
      readFileSync(join(packages, 'usr/share/roundcube/program/include/iniset.php'), 'utf8'),
    )![1]!;
    await root.run([
      php,
      '-r',
      `(new PDO('sqlite:${HOME}/mail.db'))->exec(file_get_contents('${HOME}/SQL/sqlite.initial.sql'));`,
    ]);
    const command = root.command(php, '-S', `127.0.0.1:${port}`, '-t', `${HOME}/public_html`);
    const web = { host: '127.0.0.1', port };
    const server = {
      program: 'php',
      command,
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: WORKERS },
      ready: [],
      web,
    };
    return {
      settings: webmailSettings(workplace, bundled, { name: `Roundcube ${version}`, port, adapter: 'roundcube' }),
      server: new Daemons([bundled.daemon, server], workplace.directory),
    };
  },
});

function phpOf(root: PrivateRoot): string {
  const [version = '8.2'] = readdirSync(root.path('etc/php'));
  return `/usr/bin/php${version}`;
}

/** Writes all files of the instance. */
function lay(root: PrivateRoot, services: readonly Service[]): void {
  const at = (name: string) => services.find((service) => service.name === name)!;
  const [version = '8.2'] = readdirSync(root.path('etc/php'));
  for (const folder of ['var/lib/roundcube/temp', 'var/log/roundcube', 'var/lib/php/sessions'])
    chmodSync(root.folder(folder), 0o777);
  root.write(`etc/php/${version}/cli/php.ini`, '');
  root.write(`etc/php/${version}/cli/conf.d/20-mailspec.ini`, phpSettings('/var/lib/php/sessions'));
  const servers = { imap: at('imap'), submission: at('submission') };
  root.write('etc/roundcube/config.inc.php', configuration(servers, `${HOME}/mail.db`, PRESET_DOMAIN));
}
