/**
 * A root folder of an instance's own: the programs of unpacked packages, at the places that are compiled into them, and an /etc, a /var and
 * users that nobody else sees. The instance's workplace is there under the same path as outside.
 */
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type RunOptions, runProgram } from '../run-program';
import type { Workplace } from '../workplace';
import { groupLines, passwdLines, type User } from './users';

/**
 * In namespaces of its own, so that nothing has to be unmounted and no process of it is left when it ends. This shell is the first process
 * there, which gets no signal that it does not ask for: it asks, and ends when the program does.
 */
const ENTER = `set -e
root=$1 packages=$2 workplace=$3
shift 3
mount --bind "$packages/usr" "$root/usr"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
mount --bind "$workplace" "$root$workplace"
set +e
trap : TERM INT
exec 3<&0
chroot "$root" "$@" <&3 3<&- &
while wait $!; status=$?; kill -0 $! 2>/dev/null; do :; done
exit $status`;

export class PrivateRoot {
  private readonly directory: string;
  private readonly entrance: string;

  /** @param packages what requireUnpacked gave */
  constructor(
    private readonly workplace: Workplace,
    private readonly packages: string,
    users: readonly User[],
  ) {
    this.directory = workplace.folder('root');
    this.entrance = workplace.write('enter.sh', ENTER);
    for (const name of ['etc', 'var'])
      cpSync(join(packages, name), this.path(name), { recursive: true, verbatimSymlinks: true });
    for (const name of ['bin', 'lib', 'lib64', 'sbin']) symlinkSync(`usr/${name}`, this.path(name));
    symlinkSync('../run', this.path('var/run'));
    for (const name of ['usr', 'dev', 'proc', 'run', 'tmp', workplace.directory]) this.folder(name);
    this.write('etc/passwd', this.debian('passwd') + passwdLines(users));
    this.write('etc/group', this.debian('group') + groupLines(users));
    this.write('etc/hosts', '127.0.0.1 localhost\n');
  }

  /** Where a file of the private root is outside of it. */
  path(name: string): string {
    return join(this.directory, name);
  }

  /** Writes a file and the folders above it. */
  write(name: string, content: string, mode = 0o644): string {
    return this.workplace.write(join('root', name), content, mode);
  }

  /** Makes a folder. */
  folder(name: string): string {
    mkdirSync(this.path(name), { recursive: true });
    return this.path(name);
  }

  /** Runs a program of the private root to its end; gives what it wrote. @throws TargetError `preset-failed` */
  async run(command: readonly string[], options?: RunOptions): Promise<string> {
    const [program, ...args] = this.command(...command);
    return await runProgram(program!, args, options);
  }

  /** The users and groups that every Debian has. */
  private debian(name: 'passwd' | 'group'): string {
    return readFileSync(join(this.packages, `usr/share/base-passwd/${name}.master`), 'utf8');
  }

  /** What has to be run for this command to run in the private root. */
  command(...command: string[]): string[] {
    const enter = ['/bin/sh', this.entrance, this.directory, this.packages, this.workplace.directory];
    return ['unshare', '--mount', '--pid', '--fork', '--kill-child', ...enter, ...command];
  }
}
