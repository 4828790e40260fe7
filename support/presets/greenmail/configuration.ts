/** What a private GreenMail is told: it has no files. */
import { PRESET_ACCOUNTS } from '../accounts';
import type { Ports as PortsOf } from '../services';

export type Ports = PortsOf<'smtp' | 'submissions' | 'pop3' | 'pop3s' | 'imap' | 'imaps'>;

/** @param keystore its file and the password of it and of the key in it */
export function properties(ports: Ports, keystore: { file: string; password: string }): string[] {
  const { submissions: smtps, ...others } = ports;
  const listen = Object.entries({ smtps, ...others }).flatMap(([name, port]) => [
    `${name}.hostname=127.0.0.1`,
    `${name}.port=${port}`,
  ]);
  // user:password@domain, and the whole address is what somebody logs in with.
  const users = PRESET_ACCOUNTS.map(({ address, password }) => address.replace('@', `:${password}@`)).join(',');
  const tls = [`tls.keystore.file=${keystore.file}`, `tls.keystore.password=${keystore.password}`];
  // After two seconds, which a busy machine takes, it would give up without a word: no users, and services that greet.
  const patience = 'startup.timeout=20000';
  return [...listen, patience, `users=${users}`, 'users.login=email', ...tls].map(
    (property) => `-Dgreenmail.${property}`,
  );
}
