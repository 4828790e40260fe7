/** Mistakes with addresses that stand for others (RFC 5321 §3.9). */

import type { FinalRecipient, Mail, Path } from '../../reference-server/delivery/mail';
import { reply } from '../../reference-server/delivery/reply';
import { COMMON, defect, delivering, type RelayDefect, reporting } from './tools';

const FOREIGN = reply(550, '5.7.1', 'I do not relay');

/** Who gets a message. */
const getting = (change: (recipients: readonly FinalRecipient[], mail: Mail) => readonly FinalRecipient[]) =>
  delivering((right) => ({ recipients: (mail) => change(right.recipients(mail), mail) }));

/** What goes on from an alias has another reverse-path. */
const sentBy = (change: (alias: Path, reversePath: Path) => Path) =>
  delivering((right) => ({
    accept(mail) {
      const { envelope } = mail;
      const alias = envelope.recipients.find(({ kind }) => kind === 'alias');
      if (!alias) return right.accept(mail);
      return right.accept({
        ...mail,
        envelope: { ...envelope, reversePath: change(alias.path, envelope.reversePath) },
      });
    },
  }));

export const aliases: readonly RelayDefect[] = [
  defect(
    'alias-elsewhere-lost',
    'Mail for an alias of an address elsewhere is taken, and goes nowhere.',
    'https://github.com/Mailu/Mailu/issues/384',
    getting((recipients) => recipients.filter(({ kind, alias }) => kind !== 'remote' || !alias)),
  ),
  defect(
    'alias-here-lost',
    'Mail for an alias of a mailbox is taken, and nothing happens.',
    'https://github.com/hardware/mailserver/issues/105',
    getting((recipients) =>
      recipients.filter(
        (one) => one.kind !== 'local' || one.alias || one.account.address.toLowerCase() === one.path.text.toLowerCase(),
      ),
    ),
  ),
  defect(
    'alias-first-only',
    'Of those behind an alias the first gets the message.',
    'https://github.com/forwardemail/free-email-forwarding/issues/143',
    getting((recipients) => recipients.filter(({ alias }, i) => !alias || i === 0)),
  ),
  defect(
    'alias-for-users-only',
    'Who may not relay may not write to an alias of an address elsewhere either.',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1848',
    delivering((right) => ({
      resolve(path, mayRelay) {
        const destination = right.resolve(path, mayRelay);
        const away = 'targets' in destination && destination.targets.some(({ kind }) => kind === 'remote');
        return away && !mayRelay ? FOREIGN : destination;
      },
    })),
  ),
  defect(
    'alias-as-sender',
    'What goes on from an alias has the alias as its reverse-path, and bounces go round.',
    'https://github.com/Fruneau/pfixtools/issues/9',
    sentBy((alias, reversePath) => (reversePath.text === '' ? reversePath : alias)),
  ),
  defect(
    'alias-names-nobody',
    'A bounce that goes on from an alias gets the alias as its reverse-path.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/215',
    sentBy((alias, reversePath) => (reversePath.text === '' ? alias : reversePath)),
  ),
  defect(
    'alias-in-header',
    'Who is in From of what goes on from an alias gives way to the alias.',
    'https://github.com/dbmail/dbmail/pull/283',
    delivering((right) => ({
      passOn(mail) {
        const alias = mail.envelope.recipients.find(({ kind }) => kind === 'alias');
        const text = right.passOn(mail).toString('latin1');
        return Buffer.from(alias ? text.replace(/^From:.*$/im, `From: <${alias.path.text}>`) : text, 'latin1');
      },
    })),
  ),
  defect(
    'alias-without-sender',
    'Who writes to an alias that she stands behind herself gets no copy.',
    COMMON,
    getting((recipients, { envelope }) =>
      recipients.filter((one) => !one.alias || one.path.text !== envelope.reversePath.text),
    ),
  ),
  defect(
    'alias-failure-untold',
    'Of what cannot be delivered behind an alias nobody hears.',
    'https://github.com/zone-eu/wildduck/issues/103',
    reporting((right) => ({ isDue: (news) => !news.recipient.alias && right.isDue(news) })),
  ),
];
