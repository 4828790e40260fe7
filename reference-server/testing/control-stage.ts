/** A server with a control socket, and the queue as it is seen by that or in the file. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { withDesk } from '../control/open-desk';
import type { QueueDesk } from '../queue/desk';
import { type Stage, stage } from './relay-stage';
import { until } from './until';

export const folder = mkdtempSync(join(tmpdir(), 'control-'));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
export const fresh = () => join(folder, `${++files}.sqlite`);
const LATER = Object.assign(new Error('later'), { responseCode: 451 });

export const on = async <T>(data: string, work: (desk: QueueDesk) => Promise<T>, log: string[] = []) =>
  await withDesk({ data, patience: 300, log: (line) => void log.push(line) }, work);
export const listed = (data: string) => on(data, async (desk) => (await desk.list(0)).messages);

/** A server whose next hop puts off everything as long as `open` is false. */
export async function running(
  test: (parts: Stage & { data: string; log: string[]; door: { open: boolean } }) => Promise<void>,
  data = fresh(),
): Promise<void> {
  const door = { open: false };
  const log: string[] = [];
  const options = {
    data,
    control: true,
    log: (line: string) => void log.push(line),
    hop: {
      onMailFrom: (_: unknown, __: unknown, done: (error?: Error | null) => void) => done(door.open ? null : LATER),
    },
  };
  await stage(options, (parts) => test({ ...parts, data, log, door }));
}

/** The file of a server that has ended, with a message to bob and one to eve in its queue. */
export async function left(): Promise<string> {
  const data = fresh();
  await running(async ({ server, send }) => {
    await send('bob@other.test');
    await send('eve@other.test');
    await until(() => server.queue().every(({ recipients }) => recipients[0]?.attempts === 1));
  }, data);
  return data;
}
