/** Mistakes with what the sender wanted to hear, where an alias comes between (RFC 3461 §5.2.7). */

import type { FinalRecipient, Mail } from '../../reference-server/delivery/mail';
import { COMMON, defect, delivering, type RelayDefect, reporting } from './tools';

/** Those behind an alias are otherwise. @param named what was wanted of the alias */
const behindAlias = (change: (one: FinalRecipient, named: readonly string[] | undefined) => FinalRecipient) =>
  delivering((right) => ({
    recipients: (mail) =>
      right.recipients(mail).map((one) => (one.alias ? change(one, wantedOf(mail, one.alias.text)) : one)),
  }));

function wantedOf({ envelope }: Mail, alias: string): readonly string[] | undefined {
  return envelope.recipients.find(({ path }) => path.text === alias)?.notify;
}

export const aliasWishes: readonly RelayDefect[] = [
  defect(
    'alias-loses-wishes',
    'What goes on from an alias goes without NOTIFY and ORCPT.',
    COMMON,
    behindAlias(({ notify: _, originalRecipientWritten: __, ...one }) => one),
  ),
  defect(
    'alias-loses-envelope',
    'What goes on from an alias goes without ENVID and RET.',
    COMMON,
    delivering((right) => ({
      accept(mail) {
        const { envelopeIdWritten: _, returnContent: __, ...envelope } = mail.envelope;
        const alias = envelope.recipients.some(({ kind }) => kind === 'alias');
        return right.accept(alias ? { ...mail, envelope } : mail);
      },
    })),
  ),
  defect(
    'alias-orcpt-behind',
    'ORCPT names the address behind the alias, and not the one that the sender has written to.',
    'https://github.com/sisimai/rb-sisimai/issues/272',
    behindAlias((one) => ({ ...one, originalRecipientWritten: `rfc822;${one.path.text}` })),
  ),
  defect(
    'alias-of-one-expanded',
    'That a message went on from an alias of one address is reported as if there were several.',
    COMMON,
    delivering((right) => ({
      resolve(path, mayRelay) {
        const destination = right.resolve(path, mayRelay);
        if (!('targets' in destination)) return destination;
        return { ...destination, targets: [...destination.targets, ...destination.targets] };
      },
    })),
  ),
  defect(
    'alias-success-for-all',
    'Success that was asked of an alias is asked of all who stand behind it.',
    COMMON,
    behindAlias((one, named) => (named ? { ...one, notify: named } : one)),
  ),
  defect(
    'alias-success-alone-forgotten',
    'Who wanted to hear of success alone hears of failures, once success is taken out.',
    COMMON,
    behindAlias(({ notify, ...one }, named) =>
      notify && (notify[0] !== 'NEVER' || named?.[0] === 'NEVER') ? { ...one, notify } : one,
    ),
  ),
  defect(
    'alias-never-forgotten',
    'Who wanted to hear of nothing hears of failures behind an alias.',
    COMMON,
    behindAlias(({ notify, ...one }, named) => (notify && named?.[0] !== 'NEVER' ? { ...one, notify } : one)),
  ),
  defect(
    'expanded-untold',
    'That a message went to all behind an alias is told to nobody.',
    'https://github.com/haraka/Haraka/issues/2779',
    reporting((right) => ({ isDue: (news) => news.action !== 'expanded' && right.isDue(news) })),
  ),
  defect(
    'expanded-always-told',
    'Everybody hears that a message went to all behind an alias, whoever asked for it.',
    COMMON,
    reporting((right) => ({ isDue: (news) => news.action === 'expanded' || right.isDue(news) })),
  ),
  defect(
    'delivered-untold',
    'That a message is in its mailbox is told to nobody.',
    'https://github.com/mjl-/mox/issues/100',
    reporting((right) => ({ isDue: (news) => news.action !== 'delivered' && right.isDue(news) })),
  ),
];
