/** What a program that nobody here wrote is asked to do against the bundled server, and how it is judged: a message must come through unchanged. */
import type { RunningServer } from '../../reference-server/options';
import type { NameServer } from '../../support/outside/dns/name-server';

export interface Account {
  address: string;
  password: string;
}

/** What one client is given. */
export interface Setting {
  server: RunningServer;
  /** Fresh for this client: nobody else's mail is in it. */
  account: Account;
  /** Who submits to that account, the author of the message: logs in with a password, or with a token. */
  sender: Account & { token: string };
  /** The rest of the Internet: the names that the server looks up, and the port on which it expects mail exchangers. */
  elsewhere: { names: NameServer; port: number };
  /** A folder of its own, removed afterwards. */
  folder: string;
  /** The file that holds the PEM of the authority to trust. */
  ca: string;
  /** A message with what is easily broken: lines of dots, trailing spaces, long lines, octets beyond ASCII. CRLF. */
  message: Buffer;
  /** The same in a file, with CRLF (`message.eml`) and with LF (`message.lf`). */
  file: { crlf: string; lf: string };
  /** The message comes into the account's inbox; gives it as the server then holds it, octet by octet. */
  arrive(): Promise<Buffer>;
  /** Runs a program to its end, within a minute; throws with what it printed unless it exits with 0. */
  run(
    command: string,
    args: string[],
    options?: { input?: Buffer | string; env?: Record<string, string> },
  ): Promise<Buffer>;
}

export interface Client {
  name: string;
  /** The programs that must be installed (Debian's packages are in .ci/debian); absent for what npm brings. */
  programs?: readonly string[];
  /** Throws when something is not as it should be. */
  use(setting: Setting): Promise<void>;
}
