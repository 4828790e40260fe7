/** Sends reports on messages to who sent them, with a null reverse-path (RFC 3461 §6.1), into a mailbox here or to another server. */

import { behind } from './behind';
import { destinationHere } from './destination';
import { intoInboxes } from './inboxes';
import { type Envelope, type FinalRecipient, isLocal, isRemote, type Path } from './mail';
import type { DeliveryParts } from './parts';
import type { News, Subject } from './report/news';
import { isAscii } from './report/utf-8-address';
import { tell, written } from './story';
import { returnPath } from './trace';

/** One report for all that is due, within the store's present transaction; what cannot be sent is logged. */
export function sendReport(parts: DeliveryParts, subject: Subject, news: readonly News[]): void {
  const { directory, reports, clock, random } = parts;
  const due = news.filter((one) => reports.isDue(one));
  const to = reports.addressee(subject);
  if (due.length === 0 || !to) return;
  const id = random(12).toString('hex');
  const here = to.domain === '' || directory.isLocal(to.domain);
  // RFC 6533 §4.5: whether the server of an address in ASCII takes octets beyond it is not known here.
  const wide = here || !isAscii(to.text) ? '8bit' : 'base64';
  const report = reports.build(reports.compose(subject, due, to, { id, date: clock.now(), wide }));
  const envelope = reports.envelope(to, report, subject);
  const readers = readersOf(parts, to, here);
  if (readers.length === 0) parts.log(`dsn: there is no <${to.text}>`);
  const about = `a report on ${subject.name}`;
  keepHere(parts, { id, about, envelope, report }, readers);
  const elsewhere = readers.filter(isRemote);
  if (elsewhere.length === 0) return;
  parts.outgoing?.add(id, envelope, elsewhere, report);
  if (!parts.outgoing) parts.log(`dsn: <${to.text}> is out of reach`);
  else tell(parts, id, `accepted from <> for ${written(elsewhere.map(({ path }) => path))}, ${about}`);
}

function keepHere(
  parts: DeliveryParts,
  { id, about, envelope, report }: { id: string; about: string; envelope: Envelope; report: Buffer },
  readers: readonly FinalRecipient[],
): void {
  const local = readers.filter(isLocal);
  const delivered = Buffer.concat([Buffer.from(returnPath(envelope)), report]);
  const accounts = local.map(({ account }) => account);
  intoInboxes(parts.store, accounts, delivered).forEach((fate, i) => {
    const whom = written([local[i]!.path]);
    if (fate === 'stored') tell(parts, id, `delivered to ${whom}, ${about}`);
    else parts.log(`dsn: there is no room for the report to ${whom}`);
  });
}

/** RFC 3461 §6.1: nobody is told what becomes of a report. */
function readersOf(parts: DeliveryParts, path: Path, here: boolean): FinalRecipient[] {
  const addressee = { path, notify: ['NEVER'] };
  if (!here) return [{ ...addressee, kind: 'remote', domain: path.domain.toLowerCase() }];
  const destination = destinationHere(parts, path);
  return destination ? behind({ ...addressee, ...destination }) : [];
}
