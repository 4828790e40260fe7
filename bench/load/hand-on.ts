/** Hands messages in for a domain elsewhere, and waits until a sink has them all. */
import { TRUSTED } from '../servers/relays';
import type { Sink } from '../servers/start-sink';
import { perSecond } from './at-once';
import { greeted, transactionTo } from './smtp-client';

export interface HandedOn {
  /** A second, until the last 250. */
  taken: number;
  /** A second, until the sink has the last. */
  handedOn: number;
}

export async function handOn(port: number, sink: Sink, connections: number, times: number): Promise<HandedOn> {
  const arrived = sink.expect(times);
  const began = performance.now();
  const open = () => greeted(port, TRUSTED);
  const taken = await perSecond({ connections, times }, open, transactionTo('reader@elsewhere.test'));
  await arrived;
  return { taken, handedOn: (times * 1000) / (performance.now() - began) };
}
