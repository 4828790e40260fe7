/** The whole way of a message between people: submitted by one's program, delivered, and read by another's, by POP3 and by IMAP. */
import type { Client } from './client';
import { imapReaders } from './imap';
import { assertDelivered } from './judge';
import { pop3Readers } from './pop3';
import { nodemailer } from './submit/nodemailer';
import { sNail } from './submit/s-nail';
import type { Submitter } from './submit/submitter';
import { swaks } from './submit/swaks';

const SENDERS: readonly Submitter[] = [swaks, nodemailer, sNail];
const READERS: readonly Client[] = [
  ...['fetchmail', 'mpop', 'getmail'].map((program) => readerBy(pop3Readers, program)),
  ...['mbsync', 'offlineimap', 'neomutt'].map((program) => readerBy(imapReaders, program)),
];

/** What each of the senders submits, each of the readers reads: octet by octet what the server holds, which ends with what was submitted. */
export const endToEnd: Client[] = SENDERS.flatMap((sender) => READERS.map((reader) => carries(sender, reader)));

function carries(sender: Submitter, reader: Client): Client {
  return {
    name: `${sender.name} submits, and ${reader.name}`,
    programs: [...(sender.programs ?? []), ...(reader.programs ?? [])],
    use: (setting) =>
      reader.use({
        ...setting,
        async arrive() {
          const [mechanism] = sender.mechanisms as [string];
          const { server, account } = setting;
          const to = account.address;
          await sender.submit(setting, { way: 'STARTTLS', mechanism, secret: setting.sender.password, to });
          assertDelivered(setting);
          return server.inbox(account.address)[0]!;
        },
      }),
  };
}

function readerBy(readers: readonly Client[], program: string): Client {
  return readers.find(({ programs }) => programs?.includes(program))!;
}
