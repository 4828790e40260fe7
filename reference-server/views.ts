/** The context as each protocol sees it: shared parts are the right objects themselves where no guest of the protocol replaces them. */

import type { ServerContext, SharedParts } from './context';
import { MailDelivery } from './delivery/mail-delivery';
import type { ProtocolSeams } from './protocol-seams';
import { composed, type Replacements, replaced } from './seams';
import type { Protocol } from './services';

export type Views = Readonly<Record<Protocol, ServerContext>>;

export function viewsOf(context: ServerContext, { smtp, lmtp, pop3, imap }: ProtocolSeams = {}): Views {
  return {
    smtp: seen(context, smtp),
    lmtp: seen(context, lmtp),
    pop3: seen(context, pop3),
    imap: seen(context, imap),
  };
}

function seen(
  context: ServerContext,
  guests: ReadonlyArray<{ parts?: Replacements<SharedParts> }> = [],
): ServerContext {
  const { parts } = composed<unknown, unknown, unknown, SharedParts>(
    guests.map(({ parts }) => (parts ? { parts } : {})),
  );
  if (!parts) return context;
  const view = {
    ...context,
    store: replaced(context.store, parts.store),
    directory: replaced(context.directory, parts.directory),
    auth: replaced(context.auth, parts.auth),
    tls: replaced(context.tls, parts.tls),
    limits: replaced(context.limits, parts.limits),
    clock: replaced(context.clock, parts.clock),
    trusted: replaced(context.trusted, parts.trusted),
  };
  // Delivery is made of other parts: of those that the protocol sees.
  const other = view.store !== context.store || view.directory !== context.directory || view.clock !== context.clock;
  return { ...view, delivery: replaced(other ? new MailDelivery(view) : context.delivery, parts.delivery) };
}
