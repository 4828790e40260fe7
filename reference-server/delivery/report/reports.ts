/** What is told of a message, and to whom (RFC 3461 §5.2, §6): one object, so that each decision has its place. */

import { headerLength } from '../../store/blobs';
import { isEightBit } from '../eight-bit';
import type { Envelope, Path } from '../mail';
import { buildReport, type Report } from './build';
import { acceptedAs, type Field, messageFields, recipientFields } from './fields';
import type { Action, News, Subject } from './news';
import type { Part } from './part';
import { isAscii } from './utf-8-address';
import { subjectOf, words } from './words';

export interface ReportsOptions {
  readonly hostname: string;
  /** The first one's postmaster answers for the reports. */
  readonly domains: readonly string[];
}

/** Octets of a message that is returned whole where nobody said whether it should be (RFC 3461 §4.3). */
const SMALL = 64 * 1024;

const WISHES: Readonly<Record<Action, string>> = {
  failed: 'FAILURE',
  delayed: 'DELAY',
  delivered: 'SUCCESS',
  relayed: 'SUCCESS',
  expanded: 'SUCCESS',
};

export class Reports {
  constructor(private readonly options: ReportsOptions) {}

  /** RFC 3461 §5.2: who says nothing wants to know of trouble only. */
  isDue({ recipient: { notify }, action, unasked }: News): boolean {
    if (unasked) return !notify?.includes('NEVER');
    return notify ? notify.includes(WISHES[action]) : WISHES[action] !== 'SUCCESS';
  }

  /** RFC 5321 §6.1: nobody for what comes from nobody, since a report on a report would never end. */
  addressee({ envelope: { reversePath } }: Subject): Path | undefined {
    return reversePath.text === '' ? undefined : reversePath;
  }

  /** RFC 3461 §6.2: only a failure returns the content, and only as far as that was wanted (§4.3). */
  isWhole({ envelope: { returnContent, body, requireTls }, content }: Subject, news: readonly News[]): boolean {
    // RFC 8689 §5: whatever was wished.
    if (requireTls) return false;
    // RFC 3030 §3: what is binary fits into no part that is not.
    if (body === 'BINARYMIME' || !news.some(({ action }) => action === 'failed')) return false;
    return returnContent === undefined ? content.length <= SMALL : returnContent === 'FULL';
  }

  returned(subject: Subject, news: readonly News[]): Part {
    const { content, envelope } = subject;
    const header = content.subarray(0, headerLength(content));
    const global = envelope.utf8 && isEightBit(header);
    if (this.isWhole(subject, news)) return { type: `message/${global ? 'global' : 'rfc822'}`, octets: content };
    return { type: global ? 'message/global-headers' : 'text/rfc822-headers', octets: header };
  }

  messageFields(subject: Subject): Field[] {
    return messageFields(subject, this.options.hostname);
  }

  recipientFields(news: News, global: boolean): Field[] {
    return recipientFields(news, global);
  }

  /** @param id unlike any other report's; @param wide how octets beyond ASCII are to go */
  compose(subject: Subject, news: readonly News[], to: Path, more: Pick<Report, 'id' | 'date' | 'wide'>): Report {
    const { hostname, domains } = this.options;
    // RFC 6533 §4.4: who sent with SMTPUTF8 can read it; others get addresses in ASCII.
    const global = subject.envelope.utf8 && news.some(({ recipient }) => isInternational(recipient));
    return {
      from: `postmaster@${domains[0]}`,
      to: to.text,
      subject: subjectOf(news),
      hostname,
      words: words(subject, news, hostname, global),
      status: [this.messageFields(subject), ...news.map((one) => this.recipientFields(one, global))],
      global,
      returned: this.returned(subject, news),
      ...more,
    };
  }

  build(report: Report): Buffer {
    return buildReport(report);
  }

  /** It comes from nobody (RFC 3464 §2), and goes as what stands in it asks for. */
  envelope(to: Path, report: Buffer, { envelope: { requireTls } }: Pick<Subject, 'envelope'>): Envelope {
    return {
      reversePath: { local: '', domain: '', text: '' },
      recipients: [],
      body: isEightBit(report) ? '8BITMIME' : '7BIT',
      utf8: !isAscii(to.text),
      declaredSize: 0,
      own: true,
      // RFC 8689 §5.
      ...(requireTls && { requireTls }),
    };
  }
}

function isInternational(recipient: News['recipient']): boolean {
  const { originalRecipient } = recipient;
  return !isAscii(acceptedAs(recipient).text) || originalRecipient?.type.toLowerCase() === 'utf-8';
}
