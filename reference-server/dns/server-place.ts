/** Where a name server is, in a word: an address, with a port where it is not 53. */

import { isIP } from 'node:net';

export interface ServerPlace {
  readonly host: string;
  readonly port: number;
}

/** Undefined for anything but `127.0.0.1`, `127.0.0.1:5300` and `[::1]:5300`: Node takes no names, for it would have to ask one for them. */
export function serverPlace(written: string): ServerPlace | undefined {
  const [, six, four, digits] = /^(?:\[(.+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(written) ?? [];
  const [host, port] = [six ?? four ?? '', Number(digits ?? 53)];
  return isIP(host) !== 0 && port > 0 && port < 65_536 ? { host, port } : undefined;
}
