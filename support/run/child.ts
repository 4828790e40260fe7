/** A child of a run: takes one order, plays it, writes messages, tells that it is done. It judges nothing. */
import { capabilitiesOf } from './capabilities';
import { JOB_VARIABLE } from './job';
import { MessageLog } from './message-log';
import { play } from './play';
import type { Order, Report } from './protocol';

// Ctrl-C reaches the whole process group: it is the parent who decides when a child ends.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => process.exit(143));
// A parent that is gone will read nothing more.
process.on('disconnect', () => process.exit(1));
process.once('message', (order: Order) => void obey(order));

async function obey(order: Order): Promise<void> {
  // The channel alone must not keep alive a child whose step waits for what cannot come.
  process.channel?.unref();
  process.on('beforeExit', () => {
    console.error('a step never ends, and nothing is left to wait for');
    process.exit(1);
  });
  process.env[JOB_VARIABLE] = JSON.stringify(order.job);
  const log = new MessageLog(order.messages);
  process.on('exit', () => log.flush());
  try {
    await play({
      root: order.root,
      sources: order.sources,
      stepFiles: order.steps,
      random: order.random,
      onMessage: (envelope) => log.write(envelope),
    });
    log.flush();
    const capabilities = order.tellCapabilities ? await capabilitiesOf(order.job) : undefined;
    report({ kind: 'done', capabilities });
  } catch (error) {
    report({ kind: 'failed', reason: reasonOf(error) });
  }
}

function report(report: Report): void {
  process.send?.(report, () => process.exit(0));
}

function reasonOf(error: unknown): string {
  const reason = (error as { reason?: unknown }).reason;
  if (typeof reason === 'string') return reason;
  return error instanceof Error ? error.message : String(error);
}
