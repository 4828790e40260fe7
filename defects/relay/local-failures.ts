/** Mistakes with mailboxes that are not there or full (RFC 5321 §3.3, §4.4, §6.1). */

import type { Delivery } from '../../reference-server/delivery/delivery';
import type { FinalRecipient, Recipient } from '../../reference-server/delivery/mail';
import { reply } from '../../reference-server/delivery/reply';
import { COMMON, defect, delivering, type RelayDefect } from './tools';

const TAKEN = reply(250, '2.0.0', 'Taken');
const UNKNOWN = reply(550, '5.1.1', 'There is no such mailbox here');
const FULL = '5.2.2';

/** Where mail for a mailbox that does not exist is believed to go. */
const SOMEWHERE = 'somewhere.invalid';

/** At RCPT every mailbox seems to be there. */
const believing = (right: Delivery): Pick<Delivery, 'resolve'> => ({
  resolve(path, mayRelay) {
    const destination = right.resolve(path, mayRelay);
    const unknown = 'code' in destination && destination.enhanced === UNKNOWN.enhanced;
    return unknown ? { kind: 'remote', domain: SOMEWHERE } : destination;
  },
});

const isUnknown = (recipient: Recipient | FinalRecipient) =>
  recipient.kind === 'remote' && recipient.domain === SOMEWHERE;

export const localFailures: readonly RelayDefect[] = [
  defect(
    'unknown-swallowed',
    'Mail for an address that leads to no mailbox is taken and lost.',
    'https://github.com/mail-in-a-box/mailinabox/issues/2112',
    delivering((right) => ({
      ...believing(right),
      recipients: (mail) => right.recipients(mail).filter((recipient) => !isUnknown(recipient)),
    })),
  ),
  defect(
    'unknown-refuses-all',
    'A mailbox that does not exist is found only behind the content, which is refused for everybody.',
    COMMON,
    delivering((right) => ({
      ...believing(right),
      accept: async (mail) => (mail.envelope.recipients.some(isUnknown) ? [UNKNOWN] : await right.accept(mail)),
    })),
  ),
  defect(
    'full-mailbox-swallows',
    'What a full mailbox has no room for is taken and lost.',
    'https://github.com/zone-eu/haraka-plugin-wildduck/issues/6',
    {
      parts: {
        delivery: (right) => ({
          accept: async (mail) =>
            (await right.accept(mail)).map((verdict) => (verdict.enhanced === FULL ? TAKEN : verdict)),
        }),
        reports: (right) => ({ isDue: (news) => news.status !== FULL && right.isDue(news) }),
      },
    },
  ),
];
