import assert from 'node:assert/strict';
import type { Frame } from '../../../support/wire/framing/frame';
import { ImapResponseFrame } from '../../../support/wire/framing/imap';
import { Pop3StatusFrame } from '../../../support/wire/framing/pop3';
import { SmtpReplyFrame } from '../../../support/wire/framing/smtp';
import { cut } from '../cut';
import * as imap from '../grammar/imap';
import { mutated } from '../grammar/mutate';
import * as pop3 from '../grammar/pop3';
import * as smtp from '../grammar/smtp';
import type { Text } from '../grammar/text';
import type { Reader, Subject } from '../subject';
import { Taker } from '../suite/taker';
import { World } from './world';

type Protocol = 'smtp' | 'lmtp' | 'pop3' | 'imap';

/** Sessions that one server sees; then there is a new one. */
const SESSIONS = 200;
/** After so many of them somebody who behaves is served as ever. */
const EVERY = 20;

/** How what the server says is read; POP3's answers have a form that depends on what was asked, and only the first is read. */
const FRAMES: Record<Protocol, (() => Frame<unknown>) | undefined> = {
  smtp: () => new SmtpReplyFrame(),
  lmtp: () => new SmtpReplyFrame(),
  imap: () => new ImapResponseFrame(),
  pop3: undefined,
};

/** What somebody says who behaves, and the last that he is told. */
const GOOD: Record<Protocol, [said: string, told: RegExp]> = {
  smtp: [
    'EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<alice@example.test>\r\nDATA\r\nSubject: x\r\n\r\nx\r\n.\r\nQUIT\r\n',
    /\r\n250 .*\r\n221 .*\r\n$/,
  ],
  lmtp: [
    'LHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<alice@example.test>\r\nDATA\r\nSubject: x\r\n\r\nx\r\n.\r\nQUIT\r\n',
    /\r\n250 .*\r\n221 .*\r\n$/,
  ],
  pop3: ['USER alice\r\nPASS secret\r\nRETR 1\r\nQUIT\r\n', /text of 1\r\n\.\r\n\+OK[^\r]*\r\n$/],
  imap: [
    'a LOGIN alice secret\r\nb SELECT INBOX\r\nc FETCH 1 BODY.PEEK[TEXT]\r\nd LOGOUT\r\n',
    /text of 1\r\n[^\r]*\)\r\nc OK.*\r\nd OK [^\r]*\r\n$/s,
  ],
};

function sessions(protocol: Protocol, input: Text, about: string): Subject {
  const holds = `whole sessions of ${about}: the server is not surprised, what it says can be read, others' mail stays, and the next client is served`;
  return { name: `${protocol}-session`, about: holds, input, open: () => opened(protocol) };
}

async function opened(protocol: Protocol): Promise<Reader> {
  let world = await World.make();
  let number = 0;
  return {
    async read(octets) {
      const told = await world.say(protocol, cut(octets));
      readable(protocol, told);
      if (++number % EVERY === 0) await looked();
      // It is written by the one, and read by the other.
      return 2 * told.length;
    },
    close: () => world.close(),
  };

  /** What else is still as it was. */
  async function looked(): Promise<void> {
    world.check();
    const [said, last] = GOOD[protocol];
    const told = await world.say(protocol, [Buffer.from(said)]);
    assert.match(told.toString('latin1'), last);
    if (number % SESSIONS !== 0) return;
    world.close();
    world = await World.make();
  }
}

function readable(protocol: Protocol, told: Buffer): void {
  assert.ok(told.subarray(-2).equals(Buffer.from('\r\n')), 'the last line has an end');
  const next = FRAMES[protocol];
  if (next) new Taker(next).push(told);
  else new Pop3StatusFrame().take(told);
}

export const smtpSessions = sessions('smtp', mutated(smtp.session, smtp.WORDS), 'SMTP');
export const lmtpSessions = sessions('lmtp', mutated(smtp.session, smtp.WORDS), 'LMTP');
export const pop3Sessions = sessions('pop3', mutated(pop3.session, pop3.WORDS), 'POP3');
export const imapSessions = sessions('imap', mutated(imap.session, imap.WORDS), 'IMAP');
