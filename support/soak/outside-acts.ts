/** What happens to the inbox beside IMAP: mail comes through the front door, and POP3 takes some away. */
import { Blocked } from '../outcome';
import { Pop3Client } from '../targets/client/pop3-client';
import type { Effect } from './effect';
import { type Finding, finding } from './finding';
import type { Ground } from './ground';
import { bodyOf, labelOf, messageOf } from './mail';
import type { Deed } from './step';

/** Sends a message as anybody would. */
export async function deliver({ target, account, play, octets, log }: Ground, label: string): Promise<Effect[]> {
  const message = messageOf(label, play, target.sender, account.address);
  octets.delivered.set(label, message);
  log.note(`${label} is delivered to the inbox`);
  const effect = {
    kind: 'arrives',
    way: 'deliver',
    box: 'inbox',
    label,
    flags: [],
    by: `delivery of ${label}`,
  } as const;
  try {
    await target.send({ from: target.sender, to: [account.address] }, message);
    return [{ ...effect, certainty: 'sure' }];
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    return [{ ...effect, certainty: 'maybe', by: `${effect.by}: ${error.reason}` }];
  }
}

/**
 * Reads the whole maildrop and deletes some of it.
 * @param there the UIDs of the inbox: reading may leave \Seen on them, as some servers have it
 */
export async function visitByPop3(
  { pop3, account, play, octets, log }: Ground,
  { remove, quit }: Extract<Deed, { do: 'pop3' }>,
  there: readonly number[],
): Promise<Effect[] | Finding> {
  if (pop3 === undefined) return [];
  const gone: string[] = [];
  log.note(
    `POP3: a session ${quit ? 'deletes' : 'marks'} ${remove.join(', ') || 'nothing'}${quit ? '' : ' and is lost'}`,
  );
  const removes = { kind: 'removes', box: 'inbox', labels: gone } as const;
  const seen = { kind: 'flags', way: 'pop3', box: 'inbox', uids: there, sign: '+', flags: ['\\Seen'] } as const;
  const effects = (certainty: 'sure' | 'maybe' | 'refused'): Effect[] => [
    {
      ...removes,
      certainty,
      by: `POP3: DELE of ${gone.join(', ') || 'nothing'}${certainty === 'refused' ? ', no QUIT' : ', QUIT'}`,
    },
    { ...seen, certainty: 'maybe', by: 'POP3: RETR' },
  ];
  let client: Pop3Client | undefined;
  let quitting = false;
  try {
    client = await Pop3Client.login(pop3, account.login(pop3.service.name));
    for (const [number = ''] of await client.list()) {
      await client.retrieve(number);
      const { lines } = await client.message();
      const message = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')]));
      const label = labelOf(message, play);
      if (label === undefined) continue;
      const known = octets.read.get(label);
      if (known !== undefined && !bodyOf(known).equals(bodyOf(message)))
        return finding(
          'pop3-message-changed',
          `RETR of ${label} brings ${message.length} octets, and IMAP ${known.length} others`,
        );
      if (!remove.includes(label)) continue;
      await client.delete(number);
      gone.push(label);
    }
    if (!quit) {
      await client.lose();
      return effects('refused');
    }
    quitting = true;
    await client.finish();
    return effects('sure');
  } catch (error) {
    // A maildrop that somebody holds, or that has changed under it (RFC 1939 §4), is refused: then nothing is removed.
    if (!(error instanceof Blocked)) throw error;
    return effects(quitting ? 'maybe' : 'refused');
  } finally {
    client?.destroy();
  }
}
