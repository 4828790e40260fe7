/** A client for IMAP (RFC 3501), no more than the suite needs to look into an inbox, to fill it and to empty it. */
import type { Blocked } from '../../outcome';
import type { Connection } from '../../wire/connection';
import { ImapResponseFrame } from '../../wire/framing/imap';
import { octetsOf, quoted } from '../../wire/framing/imap-quoted';
import {
  type ImapData,
  type ImapResponse,
  type ImapValue,
  isTagged,
  keyword,
  responseName,
} from '../../wire/framing/imap-value';
import { sayGoodbye } from '../../wire/parting';
import type { Capabilities, Login } from '../target';
import { parseAtoms } from './keywords';
import { answerTo, type Endpoint, needsUpgrade, reach, refusal } from './reach';

export class ImapClient {
  private lastTag = 0;

  private constructor(
    private readonly connection: Connection,
    private readonly endpoint: Endpoint,
  ) {}

  /** Connects; upgrades to TLS where the service demands it. */
  static async open(endpoint: Endpoint, { upgrade = needsUpgrade(endpoint) } = {}): Promise<ImapClient> {
    const client = new ImapClient(await reach(endpoint), endpoint);
    try {
      const greeting = await client.response('the greeting');
      const greets = greeting.kind === 'status' && ['OK', 'PREAUTH'].includes(greeting.status);
      if (!greets) throw client.refused('the greeting', greeting);
      if (upgrade) {
        await client.command('STARTTLS');
        await answerTo(endpoint, 'STARTTLS', () => client.connection.startTls(endpoint.tls, endpoint.timeout));
      }
      return client;
    } catch (error) {
      client.destroy();
      throw error;
    }
  }

  /** Opens and logs in. @throws Blocked `login-refused` */
  static async login(endpoint: Endpoint, { user, password }: Login): Promise<ImapClient> {
    const client = await ImapClient.open(endpoint);
    try {
      client.connection.transcript.hide(password);
      await client.command(`LOGIN ${quoted(octetsOf(user))} ${quoted(octetsOf(password))}`, 'login-refused');
      return client;
    } catch (error) {
      client.destroy();
      throw error;
    }
  }

  async capabilities(): Promise<Capabilities> {
    const responses = await this.command('CAPABILITY');
    const named = responses.filter((response) => responseName(response) === 'CAPABILITY');
    return parseAtoms(named.flatMap(({ values }) => values.slice(1).map((value) => keyword(value) ?? '')));
  }

  /** Whether it announces UTF8=ACCEPT. */
  async knowsUtf8(): Promise<boolean> {
    return (await this.capabilities()).has('UTF8=ACCEPT');
  }

  /** Says that headers in UTF-8 are taken as they are (RFC 6855 §3): otherwise surrogates of such messages might come. */
  async takeUtf8(): Promise<void> {
    await this.command('ENABLE UTF8=ACCEPT');
  }

  /** The names of what the quota roots of INBOX limit (RFC 9208 §4.2.1); undefined where it has no root. */
  async limitedResources(): Promise<string[] | undefined> {
    const told = await this.command('GETQUOTAROOT INBOX');
    const roots = told.filter((response) => responseName(response) === 'QUOTA');
    // Whoever names a root and tells no quota has one; so has who forgets to name it.
    const named = told.some((response) => responseName(response) === 'QUOTAROOT' && response.values.length > 2);
    if (roots.length === 0 && !named) return undefined;
    const names = roots.flatMap(({ values }) => itemsOf(values[2]).filter((_value, index) => index % 3 === 0));
    return [...new Set(names.map((name) => textOf(name).toUpperCase()))];
  }

  /** Opens INBOX to look at it. EXAMINE and PEEK leave no trace (RFC 3501 §6.3.2, §6.4.5). @returns how many messages there are */
  examine(): Promise<number> {
    return this.count('EXAMINE');
  }

  /**
   * @param set message numbers
   * @returns by number what was told of each message, by item: `UID`, `BODY[]`
   */
  async fetch(set: string, items: string): Promise<Map<number, Fetched>> {
    const found = new Map<number, Fetched>();
    for (const response of await this.command(`FETCH ${set} (${items})`)) {
      if (responseName(response) !== 'FETCH') continue;
      const number = Number(keyword(response.values[0]));
      found.set(number, new Map([...(found.get(number) ?? []), ...pairsOf(response.values[2])]));
    }
    return found;
  }

  /** Deletes every message of INBOX. */
  async deleteAll(): Promise<void> {
    if ((await this.count('SELECT')) === 0) return;
    await this.command('STORE 1:* +FLAGS.SILENT (\\Deleted)');
    await this.command('EXPUNGE');
  }

  /**
   * RFC 3501 §6.3.11.
   * @param utf8 in the form for headers in UTF-8 (RFC 6855 §4), which is switched on; as it stands where the server does not know that
   */
  async append(message: Buffer, { utf8 = false } = {}): Promise<void> {
    const [before, behind] = utf8 ? ['UTF8 (~', ')\r\n'] : ['', '\r\n'];
    const tag = this.write(`APPEND INBOX ${before}{${message.length}}`);
    const answer = await this.until(
      'APPEND',
      (response) => response.kind === 'continuation' || isTagged(response, tag),
    );
    if (answer.last.kind !== 'continuation') {
      if (utf8) return await this.append(message);
      throw this.refused('APPEND', answer.last);
    }
    this.connection.write(Buffer.concat([message, Buffer.from(behind)]));
    await this.finish(tag, 'APPEND');
  }

  /**
   * Where mailboxes may be made and what separates the levels of their names: the first personal namespace (RFC 2342 §5), without
   * NAMESPACE the root (RFC 3501 §6.3.8). A flat store has the delimiter ''.
   */
  async namespace(): Promise<{ prefix: string; delimiter: string }> {
    const extended = (await this.capabilities()).has('NAMESPACE');
    const responses = await this.command(extended ? 'NAMESPACE' : 'LIST "" ""');
    const found = responses.find((response) => responseName(response) === (extended ? 'NAMESPACE' : 'LIST'));
    if (!extended) return { prefix: '', delimiter: textOf(found?.values[2]) };
    const personal = itemsOf(itemsOf(found?.values[1])[0]);
    return { prefix: textOf(personal[0]), delimiter: textOf(personal[1]) };
  }

  /** The names of all mailboxes that begin so, as octets of Latin-1. */
  async list(beginning: string): Promise<string[]> {
    const responses = await this.command(`LIST "" ${quoted(`${beginning}*`)}`);
    const found = responses.filter((response) => responseName(response) === 'LIST');
    return found.map(({ values }) => textOf(values[3])).filter((name) => name.startsWith(beginning));
  }

  /** @throws Blocked when the server refuses */
  async remove(mailbox: string): Promise<void> {
    await this.command(`DELETE ${quoted(mailbox)}`);
  }

  async logout(): Promise<void> {
    await sayGoodbye(this.connection, `m${++this.lastTag} LOGOUT`);
  }

  destroy(): void {
    this.connection.destroy();
  }

  private async count(command: 'SELECT' | 'EXAMINE'): Promise<number> {
    const exists = (await this.command(`${command} INBOX`)).findLast((response) => responseName(response) === 'EXISTS');
    return Number(keyword(exists?.values[0]) ?? 0);
  }

  /** Sends a command and waits for its OK; gives the data responses that came before it. */
  private async command(line: string, code?: string): Promise<ImapData[]> {
    return await this.finish(this.write(line), line.split(' ')[0]!, code);
  }

  private write(line: string): string {
    const tag = `m${++this.lastTag}`;
    this.connection.write(Buffer.from(`${tag} ${line}\r\n`, 'latin1'));
    return tag;
  }

  private async finish(tag: string, what: string, code?: string): Promise<ImapData[]> {
    const { data, last } = await this.until(what, (response) => isTagged(response, tag));
    if (last.kind === 'status' && last.status === 'OK') return data;
    throw this.refused(what, last, code);
  }

  private async until(what: string, ends: (response: ImapResponse) => boolean) {
    const data: ImapData[] = [];
    for (;;) {
      const response = await this.response(what);
      if (ends(response)) return { data, last: response };
      if (response.kind === 'data') data.push(response);
    }
  }

  private refused(what: string, { raw }: ImapResponse, code = 'refused'): Blocked {
    return refusal(this.endpoint, what, raw.toString('latin1'), code);
  }

  private response(what: string): Promise<ImapResponse> {
    const { timeout } = this.endpoint;
    return answerTo(this.endpoint, what, () => this.connection.read(new ImapResponseFrame(), timeout));
  }
}

/** What FETCH told of a message, by item. */
export type Fetched = ReadonlyMap<string, Buffer>;

/** The items of a FETCH response that have one string or number each. */
function pairsOf(list: ImapValue | undefined): [string, Buffer][] {
  const values = itemsOf(list);
  return values.flatMap((name, index): [string, Buffer][] => {
    const value = values[index + 1];
    if (index % 2 === 1 || name.kind === 'list' || value === undefined || value.kind === 'list') return [];
    const section = name.section?.map((one) => keyword(one) ?? '').join(' ');
    const word = name.bytes.toString('latin1').toUpperCase();
    return [[section === undefined ? word : `${word}[${section}]`, value.bytes]];
  });
}

function itemsOf(value: ImapValue | undefined): ImapValue[] {
  return value?.kind === 'list' ? value.items : [];
}

/** The octets of a string or atom; '' for NIL, which only an atom can be. */
function textOf(value: ImapValue | undefined): string {
  if (value === undefined || value.kind === 'list' || keyword(value) === 'NIL') return '';
  return value.bytes.toString('latin1');
}
