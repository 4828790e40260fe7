import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../support/outside/dns/sockets';
import { freePorts } from '../../support/presets/free-ports';

/** How it asks the name server: as one who has the zone, or as a resolver that does the work. */
export type Way = 'stub' | 'forward';

const HOST = '127.0.0.1';

/** An unbound of its own that asks that server about everything, and reads no file of the system. */
export async function startUnbound(server: Place, way: Way): Promise<Place & { stop(): Promise<void> }> {
  const [port] = await freePorts(1, HOST);
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-unbound-'));
  const file = join(folder, 'unbound.conf');
  writeFileSync(file, settings({ host: HOST, port: port! }, server, way));
  const child = spawn('unbound', ['-d', '-c', file], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (octets) => {
      said += octets;
      if (said.includes('start of service')) resolve();
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`unbound does not start:\n${said}`)));
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { host: HOST, port: port!, stop };
}

/** What it answers by itself for .test and for loopback addresses (RFC 6761) it has to ask for. */
function settings(own: Place, server: Place, way: Way): string {
  // Not the root: of that it wants to know the name servers first.
  const zones = ['test.', '127.in-addr.arpa.'].map(
    (name) => `${way}-zone:\n  name: "${name}"\n  ${way}-addr: ${server.host}@${server.port}\n`,
  );
  return `server:
  interface: ${own.host}@${own.port}
  port: ${own.port}
  do-ip6: no
  username: ""
  chroot: ""
  directory: ""
  pidfile: ""
  use-syslog: no
  logfile: ""
  verbosity: 1
  num-threads: 1
  use-caps-for-id: yes
  do-not-query-localhost: no
  local-zone: "test." nodefault
  local-zone: "127.in-addr.arpa." nodefault
${zones.join('')}`;
}
