/** For tests: a host of the outside world, and a client that speaks to it in the notation of the suite's own dialogues. */
import { parseDialogue } from '../dialogue/parse';
import { playDialogue } from '../dialogue/play';
import { Scope } from '../dialogue/scope';
import { MailHost, type MailHostOptions } from '../outside/hosts/host';
import type { TlsOptions } from '../wire/tls-options';
import { Transcript } from '../wire/transcript';
import { openSession } from './open-session';

type Options = Partial<MailHostOptions>;

/** Opens a host on a free port, and lets go of it afterwards. */
export async function withHost(
  act: (host: MailHost, options: MailHostOptions) => Promise<void>,
  options: Options = {},
): Promise<void> {
  const all: MailHostOptions = {
    name: 'mx1.hosts-x.test',
    label: 'mx1',
    address: '127.0.0.1',
    port: 0,
    transcript: new Transcript(),
    scope: new Scope(),
    ...options,
  };
  const host = await MailHost.open(all);
  try {
    await act(host, all);
  } finally {
    await host.close();
  }
}

/** Plays a client's dialogue with a host; indented as it may be. */
export async function converse(host: MailHost, dialogue: string, tls?: TlsOptions): Promise<void> {
  const session = await openSession({
    protocol: 'smtp',
    host: host.address,
    port: host.port,
    reply: 20_000,
    ...(tls && { tls }),
  });
  try {
    const parsed = parseDialogue(dialogue.replace(/^ +/gm, ''), 'smtp');
    await playDialogue(parsed, { sessions: { openSession: () => session }, scope: new Scope() });
  } finally {
    session.connection.destroy();
  }
}
