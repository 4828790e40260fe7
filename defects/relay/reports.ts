/** What mistakes with reports are made with: who hears of what, and what stands in it (RFC 3464). */

import type { Path } from '../../reference-server/delivery/mail';
import type { Report } from '../../reference-server/delivery/report/build';
import type { Field } from '../../reference-server/delivery/report/fields';
import type { News, Subject } from '../../reference-server/delivery/report/news';
import type { Reports } from '../../reference-server/delivery/report/reports';
import type { RelaySeams } from '../../reference-server/queue/seams';

export const reporting = (reports: (right: Reports) => Partial<Reports>): RelaySeams => ({ parts: { reports } });

/** A field of the message becomes others, or none. */
export const ofMessage = (change: (field: Field, subject: Subject) => readonly Field[]) =>
  reporting((right) => ({
    messageFields: (subject) => right.messageFields(subject).flatMap((field) => change(field, subject)),
  }));

/** A field of a recipient becomes others, or none. */
export const ofRecipient = (change: (field: Field, news: News) => readonly Field[]) =>
  reporting((right) => ({
    recipientFields: (news, global) => right.recipientFields(news, global).flatMap((field) => change(field, news)),
  }));

/** What this field holds. */
export const holding = (named: string, value: (right: string, news: News) => string) =>
  ofRecipient((field, news) => (field[0] === named ? [[named, value(field[1], news)]] : [field]));

/** These fields are left out. */
export const without = (...names: readonly string[]) =>
  reporting((right) => ({
    messageFields: (subject) => right.messageFields(subject).filter(([name]) => !names.includes(name)),
    recipientFields: (news, global) => right.recipientFields(news, global).filter(([name]) => !names.includes(name)),
  }));

/** The report as it is written. */
export const written = (change: (right: string, report: Report) => string) =>
  reporting((right) => ({
    build: (report) => Buffer.from(change(right.build(report).toString('latin1'), report), 'latin1'),
  }));

/** Whom the header of the message names in this field. */
export function namedIn(content: Buffer, field: string): Path | undefined {
  const pattern = new RegExp(`^${field}:.*?<?([^<>\\s"]+)@([^<>\\s"]+?)>?\\s*$`, 'im');
  const [, local, domain] = pattern.exec(content.toString('latin1', 0, 10_000).split('\r\n\r\n', 1)[0]!) ?? [];
  return local === undefined || domain === undefined ? undefined : { local, domain, text: `${local}@${domain}` };
}
