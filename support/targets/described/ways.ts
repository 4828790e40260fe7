/** Which ways the services of a target file give to look into inboxes and to put mail there. */
import type { Endpoint } from '../client/reach';
import { type DotTrial, dotTrial } from '../inbox/dot-trial';
import { ImapInbox } from '../inbox/imap';
import type { InboxReader } from '../inbox/inbox-reader';
import type { Notice } from '../inbox/look';
import { MaildirInbox } from '../inbox/maildir';
import { MboxInbox } from '../inbox/mbox';
import { Pop3Inbox } from '../inbox/pop3';
import { fill } from '../placeholders';
import { deliverCommand } from '../put/deliver';
import { imapAppend } from '../put/imap-append';
import { lmtpSender } from '../put/lmtp';
import type { Putter, Sender } from '../put/sender';
import { bySending, smtpSender } from '../put/smtp';
import type { TargetSettings } from '../settings';
import type { Account, ServiceName } from '../target';
import { settledAccount } from './accounts';

export interface Ways {
  /** The first is the one to go; the others are for what it cannot read. */
  readers: readonly InboxReader[];
  putter?: Putter;
  sender?: Sender;
}

/** @param notice told of what a service does wrong while it is only read with */
export function waysOf(settings: TargetSettings, endpoint: Find, notice: Notice): Ways {
  const delivering = inTimeFor(settings.timing.delivery, endpoint);
  const sender = findSender(settings, delivering);
  return {
    readers: findReaders(settings, endpoint, notice, dotsBy(settings, delivering)),
    putter: findPutter(settings, delivering, sender),
    sender,
  };
}

/** The same services, with as much time for an answer as a delivery has: it may come when a large message is in its mailbox. */
function inTimeFor(delivery: number, endpoint: Find): Find {
  return (name) => {
    const found = endpoint(name);
    return found && { ...found, timeout: Math.max(found.timeout, delivery) };
  };
}

type Find = (name: ServiceName) => Endpoint | undefined;

/**
 * IMAP before POP3, whose maildrop a scenario may hold (RFC 1939 §4) and whose dots another mistake may hide (§3); then the store itself,
 * whose line ends are not the wire's.
 */
function findReaders(
  { maildir, mbox }: TargetSettings,
  endpoint: Find,
  notice: Notice,
  dots?: DotTrial,
): InboxReader[] {
  const imap = endpoint('imap') ?? endpoint('imaps');
  const pop3 = endpoint('pop3') ?? endpoint('pop3s');
  const locate = (template: string) => (account: Account) => fill(template, account, account.login('imap').user);
  return [
    ...(imap ? [new ImapInbox(imap, notice)] : []),
    ...(pop3 ? [new Pop3Inbox(pop3, notice, dots)] : []),
    ...(maildir ? [new MaildirInbox(locate(maildir))] : []),
    ...(mbox ? [new MboxInbox(locate(mbox))] : []),
  ];
}

/** By a front door that takes away the dot that begins a line. */
function dotsBy({ sender }: TargetSettings, endpoint: Find): DotTrial | undefined {
  const [smtp, lmtp] = [endpoint('smtp'), endpoint('lmtp')];
  const door = smtp ? smtpSender(smtp) : lmtp && lmtpSender(lmtp);
  return door && dotTrial(door, sender);
}

/** The first of IMAP APPEND, LMTP, SMTP and the deliver command. */
function findPutter(settings: TargetSettings, endpoint: Find, sender: Sender | undefined): Putter | undefined {
  const imap = endpoint('imap') ?? endpoint('imaps');
  if (imap) return imapAppend(imap);
  const lmtp = endpoint('lmtp');
  if (lmtp) return bySending(lmtpSender(lmtp), settings.sender, true);
  return sender ? bySending(sender, settings.sender, false) : findDeliver(settings);
}

function findDeliver({ deliver, directory, timing }: TargetSettings): Putter | undefined {
  const user = (account: Account) => account.login('lmtp').user;
  return deliver && deliverCommand({ command: deliver, directory, timeout: timing.delivery, user });
}

function findSender(settings: TargetSettings, endpoint: Find): Sender | undefined {
  const smtp = endpoint('smtp');
  if (smtp) return smtpSender(smtp);
  const lmtp = endpoint('lmtp');
  if (lmtp) return lmtpSender(lmtp);
  const submission = endpoint('submission') ?? endpoint('submissions');
  const [first] = settings.accounts;
  if (submission && first) return smtpSender(submission, first.logins[submission.service.name] ?? first);
  const deliver = findDeliver(settings);
  return deliver && byDelivering(deliver, settings);
}

/** The deliver command as a front door: the envelope's sender is lost, which such commands cannot carry. */
function byDelivering(putter: Putter, { accounts }: TargetSettings): Sender {
  const recipient = (address: string) =>
    accounts.find((account) => account.address === address) ?? { address, user: address, password: '', logins: {} };
  return {
    async send({ to }, message) {
      for (const address of to) await putter.put(settledAccount(recipient(address)), message);
    },
  };
}
