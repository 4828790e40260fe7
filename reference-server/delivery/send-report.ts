/** Sends reports on messages to who sent them, with a null reverse-path (RFC 3461 §6.1), into a mailbox here or to another server. */

import { intoInboxes } from './inboxes';
import type { Path } from './mail';
import type { DeliveryParts } from './parts';
import type { News, Subject } from './report/news';
import { isAscii } from './report/utf-8-address';
import { tell, written } from './story';

/** One report for all that is due, within the store's present transaction; what cannot be sent is logged. */
export function sendReport(parts: DeliveryParts, subject: Subject, news: readonly News[]): void {
  const { directory, reports, store, clock, random, outgoing, log } = parts;
  const due = news.filter((one) => reports.isDue(one));
  const to = reports.addressee(subject);
  if (due.length === 0 || !to) return;
  const id = random(12).toString('hex');
  const local = to.domain === '' || directory.isLocal(to.domain);
  // RFC 6533 §4.5: whether the server of an address in ASCII takes octets beyond it is not known here.
  const wide = local || !isAscii(to.text) ? '8bit' : 'base64';
  const report = reports.build(reports.compose(subject, due, to, { id, date: clock.now(), wide }));
  const envelope = reports.envelope(to, report);
  if (!local) {
    if (outgoing) {
      outgoing.add(id, envelope, [{ kind: 'remote', ...remote(to) }], report);
      tell(parts, id, `accepted from <> for ${written([to])}, a report on ${subject.name}`);
    } else log(`dsn: <${to.text}> is out of reach`);
    return;
  }
  const sender = directory.resolve(to.local, to.domain);
  const delivered = Buffer.concat([Buffer.from(`Return-Path: <${envelope.reversePath.text}>\r\n`), report]);
  const fate = sender && intoInboxes(store, [sender], delivered, false);
  if (fate?.[0] === 'stored') tell(parts, id, `delivered to ${written([to])}, a report on ${subject.name}`);
  else log(`dsn: ${fate ? `there is no room for the report to` : 'there is no'} <${to.text}>`);
}

/** RFC 3461 §6.1: nobody is told what becomes of a report. */
function remote(path: Path) {
  return { domain: path.domain.toLowerCase(), path, notify: ['NEVER'] };
}
