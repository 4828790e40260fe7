/** What a client asks to have everything that there is of a message. */
import type { ImapData } from '../../support/wire/framing/imap-value';
import { itemOf, partsOf } from './parts';
import type { Talk } from './talk';
import type { Text } from './text';

interface Reader {
  address: string;
  password: string;
}
type Find = (text: Text, what: string) => void;

/** Sections of a message asked for at once. */
const AT_ONCE = 60;
const SEARCHES = [
  'ALL',
  'TEXT a',
  'BODY "--"',
  'SUBJECT e',
  'FROM "@"',
  'OR TO example CC example',
  'HEADER Message-ID ""',
  'SENTSINCE 1-Jan-1990',
  'NOT SENTBEFORE 1-Jan-2030',
  'LARGER 1000',
  'UNSEEN SMALLER 1000',
];

/** @returns those that were taken */
export async function readByImap(talk: Talk, texts: readonly Text[], { address, password }: Reader, find: Find) {
  await demand(talk, `LOGIN ${address} ${password}`);
  // Without it headers beyond ASCII are refused (RFC 6855 §4).
  await demand(talk, 'ENABLE UTF8=ACCEPT');
  const taken: Text[] = [];
  for (const text of texts) {
    const { octets } = text;
    // What has NUL may be refused where it cannot be stored as it is (RFC 3516 §4.4).
    const binary = octets.includes(0);
    const { status } = await talk.imap(`APPEND INBOX ${binary ? '~' : ''}{${octets.length}+}`, octets);
    if (status === 'OK') taken.push(text);
    else if (!binary) find(text, `APPEND is answered with ${status}`);
  }
  await demand(talk, 'SELECT INBOX');
  for (const [index, text] of taken.entries()) await readOne(talk, index + 1, text, find);
  for (const search of SEARCHES) await demand(talk, `SEARCH ${search}`);
  await demand(talk, 'LOGOUT');
  return taken;
}

async function readOne(talk: Talk, number: number, text: Text, find: Find): Promise<void> {
  const told = await demand(
    talk,
    `FETCH ${number} (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY BODYSTRUCTURE BODY.PEEK[HEADER.FIELDS (From Subject)] BODY.PEEK[]<10.100>)`,
  );
  const parts = partsOf(itemOf(told, 'BODYSTRUCTURE'));
  if (parts.length === 0) find(text, 'BODYSTRUCTURE shows no part');
  // NUL is in no literal of BODY: it comes by BINARY alone (RFC 3516 §4.2).
  const sections = [
    'HEADER',
    'TEXT',
    ...parts.flatMap(({ number: part, isMessage }) => [
      part,
      `${part}.MIME`,
      ...(isMessage ? [`${part}.HEADER`, `${part}.TEXT`] : []),
    ]),
  ];
  const read = new Map<string, Buffer>();
  for (let at = 0; at < sections.length; at += AT_ONCE) {
    const some = sections.slice(at, at + AT_ONCE);
    const data = await demand(talk, `FETCH ${number} (${some.map((one) => `BODY.PEEK[${one}]`).join(' ')})`);
    for (const one of some) {
      const value = itemOf(data, `BODY[${one}]`);
      if (value?.kind !== 'list' && value) read.set(one, value.bytes);
    }
  }
  const whole = octetsOf(await demand(talk, `FETCH ${number} BODY.PEEK[]`), 'BODY[]');
  if (!text.octets.includes(0) && !whole?.equals(text.octets)) find(text, 'BODY[] is not what was appended');
  const halves = Buffer.concat([read.get('HEADER') ?? NOTHING, read.get('TEXT') ?? NOTHING]);
  if (whole && !halves.equals(whole)) find(text, 'BODY[HEADER] and BODY[TEXT] are not BODY[]');
  for (const { number: part, octets } of parts)
    if (read.get(part)?.length !== octets)
      find(text, `BODY[${part}] has ${read.get(part)?.length} octets, and BODYSTRUCTURE tells ${octets}`);
  // An encoding that the server does not know is refused: NO is right here (RFC 3516 §4.3).
  for (const { number: part } of parts.slice(0, AT_ONCE))
    await talk.imap(`FETCH ${number} (BINARY.PEEK[${part}] BINARY.SIZE[${part}])`);
}

/** Reads each message and removes it; in UTF-8 mode, for outside of it a message may be withheld (RFC 6856 §2.1). */
export async function removeByPop3(talk: Talk, texts: readonly Text[], { address, password }: Reader, find: Find) {
  for (const command of ['UTF8', `USER ${address}`, `PASS ${password}`, 'STAT']) await talk.pop3(command);
  for (const command of ['LIST', 'UIDL', 'CAPA']) await talk.pop3(command, true);
  for (const [index, text] of texts.entries()) {
    const number = index + 1;
    await talk.pop3(`TOP ${number} 0`, true);
    await talk.pop3(`TOP ${number} 3`, true);
    const { ok } = await talk.pop3(`RETR ${number}`, true);
    if (!ok) find(text, 'RETR is refused');
    await talk.pop3(`DELE ${number}`);
  }
  await talk.pop3('QUIT');
  return texts;
}

const NOTHING = Buffer.alloc(0);

function octetsOf(data: readonly ImapData[], name: string): Buffer | undefined {
  const value = itemOf(data, name);
  return value === undefined || value.kind === 'list' ? undefined : value.bytes;
}

async function demand(talk: Talk, command: string, literal?: Buffer): Promise<ImapData[]> {
  const { status, data } = await talk.imap(command, literal);
  if (status !== 'OK') throw new Error(`${command.slice(0, 80)} is answered with ${status}`);
  return data;
}
