/**
 * Dovecot's dsync copies over imapc, and changes what it has copied before. Not with imapc's `modseq` nor with dsync's `-s`: 2.3.19 then holds the server's
 * mod-sequences against those that it gave to its own copies, and drops changes that it was told of (seen: `UID 2 FLAGS (\\Seen) MODSEQ (68)` came, and
 * the copy kept a keyword of before). Between two Dovecots these are one line of numbers, with any other server they are two.
 */
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from '../client';
import { type Keeper, type Line, type Name, plain } from './copy';

export function dsyncKeeper(setting: Setting): Keeper {
  const { folder, run } = setting;
  const id = mailOwner();
  mkdirSync(join(folder, 'home'));
  chownSync(join(folder, 'home'), id, id);
  // Whoever owns the mail may pass through; what lies here besides has modes of its own.
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'dovecot.conf'), config(setting, id), { mode: 0o600 });
  const doveadm = (args: string[]) =>
    run('doveadm', ['-c', join(folder, 'dovecot.conf'), ...args], { env: { USER: 'keeper' } });
  const lines = async (name: Name): Promise<Line[]> => {
    const fetched = await doveadm(['-f', 'tab', 'fetch', 'uid flags hdr.x-number', 'mailbox', name]);
    const [, ...rows] = fetched.toString().trimEnd().split('\n');
    return rows.map((row) => {
      const [uid, flags, number] = row.split('\t');
      return { uid: Number(uid), number: number!, flags: plain(flags!.split(' ').filter((flag) => flag !== '')) };
    });
  };
  return {
    uids: true,
    sync: async () => void (await doveadm(['backup', '-R', 'imapc:'])),
    copy: async () => ({ INBOX: await lines('INBOX'), Kept: await lines('Kept') }),
    close: async () => {},
  };
}

/** Dovecot keeps no mail as root: then it is nobody's. */
function mailOwner(): number {
  const own = process.getuid!();
  return own === 0 ? 65_534 : own;
}

function config({ server, account, ca, folder }: Setting, id: number): string {
  return [
    `base_dir = ${folder}/run`,
    'log_path = /dev/stderr',
    'info_log_path = /dev/null',
    `mail_home = ${folder}/home`,
    `mail_location = maildir:${folder}/home/Maildir`,
    `mail_uid = ${id}`,
    `mail_gid = ${id}`,
    'first_valid_uid = 1',
    'first_valid_gid = 1',
    `ssl_client_ca_file = ${ca}`,
    'imapc_host = 127.0.0.1',
    `imapc_port = ${server.ports.imaps}`,
    'imapc_ssl = imaps',
    `imapc_user = ${account.address}`,
    `imapc_password = ${account.password}`,
    'imapc_features = rfc822.size fetch-headers',
    'namespace inbox {',
    '  inbox = yes',
    '  separator = /',
    '}',
    '',
  ].join('\n');
}
