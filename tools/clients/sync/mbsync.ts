/** mbsync pulls into Maildirs. It knows no CONDSTORE: a server that offers it must stay right for those that do not ask for it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from '../client';
import { type Keeper, type Line, type Name, numberIn } from './copy';

/** What a letter at the end of a Maildir's file name says. */
const LETTERS: Readonly<Record<string, string>> = { D: '\\Draft', F: '\\Flagged', R: '\\Answered', S: '\\Seen' };

export function mbsyncKeeper(setting: Setting): Keeper {
  const { folder, run } = setting;
  writeFileSync(join(folder, 'pullrc'), config(setting), { mode: 0o600 });
  return {
    uids: false,
    sync: async () => {
      await run('mkdir', ['-p', 'pulled']);
      await run('mbsync', ['-c', 'pullrc', '-a']);
    },
    copy: async () => ({ INBOX: linesOf(folder, 'INBOX'), Kept: linesOf(folder, 'Kept') }),
    close: async () => {},
  };
}

function linesOf(folder: string, name: Name): Line[] {
  return ['new', 'cur'].flatMap((part) => {
    const within = join(folder, 'pulled', name, part);
    if (!existsSync(within)) return [];
    return readdirSync(within).map((file) => {
      const letters = /:2,([A-Z]*)$/.exec(file)?.[1] ?? '';
      return {
        number: numberIn(readFileSync(join(within, file), 'latin1')),
        flags: [...letters].map((letter) => LETTERS[letter] ?? letter).sort(),
      };
    });
  });
}

function config({ server, account, ca, folder }: Setting): string {
  return [
    'IMAPAccount test',
    'Host localhost',
    `Port ${server.ports.imaps}`,
    `User ${account.address}`,
    `Pass "${account.password}"`,
    'SSLType IMAPS',
    `CertificateFile ${ca}`,
    '',
    'IMAPStore far',
    'Account test',
    '',
    'MaildirStore near',
    `Path ${folder}/pulled/`,
    `Inbox ${folder}/pulled/INBOX`,
    'SubFolders Verbatim',
    '',
    'Channel test',
    'Far :far:',
    'Near :near:',
    'Patterns INBOX Kept',
    'Create Near',
    'Sync Pull',
    'Expunge Near',
    `SyncState ${folder}/pull-`,
    '',
  ].join('\n');
}
