/** The running server: its ports, and what a test may do to it. */

import { assemble } from './assemble';
import type { ServerContext } from './context';
import { type Control, openControl } from './control/listen';
import { controlOf } from './control/place';
import type { RunningServer, ServerOptions } from './options';
import { LOOPBACK, openPorts, type Ports, type Serving, samePorts } from './ports';
import type { ProtocolSeams } from './protocol-seams';
import { PROTOCOLS } from './protocols';
import { Desk } from './queue/desk';
import { DEFAULT_RETRIES, Retries } from './queue/retries';
import { OptionError } from './schema/checks';
import { checkAccount, checkAliases, checkFault, checkOptions } from './schema/options';
import { type Views, viewsOf } from './views';
import type { OwnWebmail } from './webmail/own';

/** Milliseconds that a restart waits for its own ports. */
const PATIENCE = 5_000;

/** Starts what `options.listen` names. Rejects when a port is taken, an option is wrong or the store cannot be opened. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  checkOptions(options);
  const context = await assemble(options);
  const { listen = {}, seams = {} } = options;
  const views = viewsOf(context, seams);
  const serving = servingOf(views, seams);
  let open: Ports;
  try {
    tellWhatWaits(context);
    open = await openPorts(views, serving, listen);
  } catch (error) {
    context.store.close();
    throw error;
  }
  const ports = open.numbers;
  const host = listen.smtp?.host ?? LOOPBACK;
  if (ports.smtp !== undefined) context.own.add(host, ports.smtp);
  const web = await webmailFor(context, open, options);
  context.outgoing?.start();
  const control = await controlFor(context, options);
  let closing: Promise<void> | undefined;
  /** The restart that is going on, or the last one. */
  let restarting: Promise<void> = Promise.resolve();
  /** Nothing touches the store any more. */
  const halt = async () => {
    await open.close();
    await context.outgoing?.stop();
  };
  /** Nobody is told anything, and what was going on comes to nothing. */
  const die = async () => {
    context.store.abandon();
    await Promise.all([open.close(false), context.outgoing?.stop()]);
  };
  const again = async (end: () => Promise<void>) => {
    await end();
    context.store.reopen();
    open = await openPorts(views, serving, samePorts(listen, ports), PATIENCE);
    context.outgoing?.start();
  };
  const inTurn = async (end: () => Promise<void>) => {
    if (closing) throw new Error('the server is closed: it cannot be restarted');
    const next = restarting.catch(() => {}).then(() => again(end));
    restarting = next;
    await next;
  };
  return {
    hostname: context.hostname,
    ports,
    webmail: web?.urls ?? {},
    ca: context.tls.ca,
    addAccount: (account) => {
      checkAccount(account);
      context.auth.add(account, context.limits.quota);
    },
    addAlias: (address, to) => {
      checkAliases({ [address]: to });
      context.directory.addAlias(address, [to].flat());
    },
    deposit: (address, message) => {
      if (!Buffer.isBuffer(message)) throw new OptionError('message', 'is no Buffer');
      context.store.messages.append(inboxOf(context, address), [{ content: message }]);
    },
    inbox: (address) => {
      const { messages } = context.store;
      return messages.range(inboxOf(context, address)).map(({ blob }) => messages.content(blob));
    },
    queue: () => context.outgoing?.view() ?? [],
    clearQueue: async () => {
      for (const { id } of context.outgoing?.view() ?? []) await context.outgoing?.desk.remove(id);
    },
    addFault: (rule) => {
      checkFault(rule);
      return context.faults.add(rule);
    },
    renewTls: (credentials) => {
      // Throws before anything is changed.
      context.tls.renew(credentials);
      web?.renewTls(credentials);
    },
    restart: () => inTurn(halt),
    kill: () => inTurn(die),
    close() {
      closing ??= restarting
        .catch(() => {})
        .then(() => control?.close())
        .then(() => web?.close())
        .then(halt)
        .then(() => context.store.close());
      return closing;
    },
  };
}

/** Mail that an earlier server has left: whoever starts this one without a way out should know. */
function tellWhatWaits({ store, outgoing, log }: ServerContext): void {
  const count = store.queue.count();
  if (count === 0) return;
  const end = outgoing ? '' : ', and this server hands nothing on: it has no relay';
  log(`queue: ${count} ${count === 1 ? 'message waits' : 'messages wait'} for other servers${end}`);
}

/** Its libraries are loaded where one is asked for: most servers have none. */
async function webmailFor(
  context: ServerContext,
  open: Ports,
  options: ServerOptions,
): Promise<OwnWebmail | undefined> {
  if (!options.webmail) return undefined;
  const { openOwnWebmail } = require('./webmail/own') as typeof import('./webmail/own');
  try {
    return await openOwnWebmail(context, open.numbers, options);
  } catch (error) {
    await open.close();
    context.store.close();
    throw error;
  }
}

/** Undefined where none is asked for, or none can be: the mail goes on without it. */
async function controlFor(context: ServerContext, { data, control }: ServerOptions): Promise<Control | undefined> {
  if (data === undefined || !control) return undefined;
  const desk =
    context.outgoing?.desk ?? new Desk({ ...context, retries: new Retries(DEFAULT_RETRIES), trying: 'never' });
  const place = controlOf(data);
  try {
    return await openControl(place, desk);
  } catch (error) {
    context.log(`control: the queue can be worked on when this server is stopped: no socket at ${place}: ${error}`);
    return undefined;
  }
}

function servingOf({ smtp, lmtp, pop3, imap }: Views, seams: ProtocolSeams): Serving {
  return {
    smtp: PROTOCOLS.smtp.start(smtp, seams.smtp ?? []),
    lmtp: PROTOCOLS.lmtp.start(lmtp, seams.lmtp ?? []),
    pop3: PROTOCOLS.pop3.start(pop3, seams.pop3 ?? []),
    imap: PROTOCOLS.imap.start(imap, seams.imap ?? []),
  };
}

function inboxOf({ store }: ServerContext, address: string): number {
  const account = store.accounts.find(address);
  if (!account) throw new Error(`there is no account ${address}`);
  return store.mailboxes.inbox(account.id).id;
}
