/** The clients' own logs as lines of a click. Both hide passwords; what else they write is not for the panel. */

import type { Logger } from 'imapflow';
import type { Click } from './click';

interface ImapEntry {
  src?: string;
  msg?: unknown;
}

/** @param now the click that is being served, if one is */
export function imapLogger(now: () => Click | undefined): Logger {
  const take = (entry: ImapEntry) => {
    if (entry.src !== 'c' && entry.src !== 's') return;
    now()?.add('imap', entry.src === 'c' ? 'client' : 'server', String(entry.msg));
  };
  return { trace: () => {}, debug: take, info: take, warn: take, error: take };
}

interface SmtpEntry {
  tnx?: string;
}

/** nodemailer's. Its `message` transaction is the content, which the raw message shows. */
export function smtpLogger(click: Click) {
  const take = (entry: SmtpEntry, ...words: unknown[]) => {
    if (entry.tnx !== 'client' && entry.tnx !== 'server') return;
    click.add('smtp', entry.tnx, words.map(String).join(' '));
  };
  return { level: () => {}, trace: () => {}, debug: take, info: take, warn: take, error: take, fatal: take };
}
