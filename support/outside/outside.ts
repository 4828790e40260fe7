/** The rest of the Internet as one process of the suite plays it: a name server, and addresses for mail hosts. */
import type { OutsideSettings } from '../targets/target';
import { Addresses } from './addresses';
import { NameServer } from './dns/name-server';

/** Names that scenarios use and never set: the suite's own in EHLO, and the domain of a sender that is nobody. */
const STANDING = ['client.mailspec.test', 'foreign.mailspec.test'];

export class Outside {
  readonly addresses = new Addresses(process.pid);

  private constructor(
    readonly settings: OutsideSettings,
    /** Absent where the target asks nobody for names. */
    readonly names: NameServer | undefined,
  ) {}

  /**
   * @param sender the foreign address whose mail the target takes: some ask whether its domain is there
   * @throws TargetError where the name server's place is taken
   */
  static async open(settings: OutsideSettings, sender: string): Promise<Outside> {
    const names = settings.dns && (await NameServer.open(settings.dns));
    for (const name of [...STANDING, sender.slice(sender.lastIndexOf('@') + 1)])
      names?.set(name, { records: [{ type: 'A', address: '127.0.0.1' }] });
    return new Outside(settings, names);
  }

  get nameServer(): NameServer {
    if (this.names === undefined) throw new Error('The scenario speaks of names: say @needs-outside-dns.');
    return this.names;
  }

  async close(): Promise<void> {
    await this.names?.close();
  }
}
