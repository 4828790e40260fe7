/** Messages a second that are taken, kept on disk and handed on to a sink, and what of the processors one of them takes, beside others in the same run. */
import { setTimeout as wait } from 'node:timers/promises';
import { standings, table } from './contest';
import { type HandedOn, handOn } from './load/hand-on';
import { processorTime } from './load/processor-time';
import { type Relaying, startOpenSmtpd, startOurs, startPostfix } from './servers/relays';
import { type Sink, startSink } from './servers/start-sink';

const ROUNDS = 5;
const MESSAGES = 500;
/** Milliseconds after the last message has arrived, in which a server puts things in order. */
const AFTERMATH = 500;

interface Figures extends HandedOn {
  /** Milliseconds of the processors for one. */
  processor: number;
}

export async function benchRelay(): Promise<string> {
  const sink = await startSink();
  const servers: Relaying[] = [];
  try {
    for (const start of [startOurs, startPostfix, startOpenSmtpd]) {
      const server = await start(sink.port);
      if (server) servers.push(server);
    }
    const tables: string[] = [];
    for (const connections of [1, 10]) tables.push(await tablesFor(connections, servers, sink));
    return tables.join('\n\n');
  } finally {
    for (const server of servers) await server.stop();
    await sink.stop();
  }
}

async function tablesFor(connections: number, servers: readonly Relaying[], sink: Sink): Promise<string> {
  for (const server of servers) await round(server, sink, connections);
  const rounds: Figures[][] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const figures: Figures[] = [];
    for (const server of servers) figures.push(await round(server, sink, connections));
    rounds.push(figures);
  }
  const names = servers.map(({ name }) => name);
  const tableOf = (what: string, figure: keyof Figures, unit?: string) => {
    const title = `Relaying, messages of 2.5 KB on disk before the 250, ${connections} connection${connections > 1 ? 's' : ''}: ${what}`;
    const figures = names.map((_, index) => rounds.map((all) => all[index]![figure]));
    return table(title, standings(names, figures), unit);
  };
  return [
    tableOf('taken', 'taken'),
    tableOf('handed on, from the first MAIL to the last arrival', 'handedOn'),
    tableOf('processor time, less is better', 'processor', 'ms'),
  ].join('\n\n');
}

async function round({ port, directory }: Relaying, sink: Sink, connections: number): Promise<Figures> {
  const before = processorTime(directory);
  const handed = await handOn(port, sink, connections, MESSAGES);
  await wait(AFTERMATH);
  return { ...handed, processor: (processorTime(directory) - before) / MESSAGES };
}
