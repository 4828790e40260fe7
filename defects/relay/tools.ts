/** What mistakes with handing mail on are made with. */

import type { Reading } from '../../reference-server/net/reading';
import type { RelayParts, RelaySeams } from '../../reference-server/queue/seams';
import type { Answer } from '../../reference-server/relay/answer';
import { NO_OFFERS, type Offers } from '../../reference-server/relay/offers';
import type { Defect } from '../defect';

export type RelayDefect = Defect<RelaySeams>;

export const COMMON = 'common mistake';

export const defect = (name: string, mistake: string, reference: string, seams: RelaySeams): RelayDefect => ({
  name: `relay-${name}`,
  mistake,
  reference,
  seams,
});

type Change<Part extends keyof RelayParts> = (right: RelayParts[Part]) => Partial<RelayParts[Part]>;

/** What becomes of mail that was handed in, and who gets it. */
export const delivering = (delivery: Change<'delivery'>): RelaySeams => ({ parts: { delivery } });

/** Which hosts are tried. */
export const routing = (routes: Change<'routes'>): RelaySeams => ({ parts: { routes } });

/** What TLS has to be on the way. */
export const protecting = (protections: Change<'protections'>): RelaySeams => ({ parts: { protections } });

/** What is said to a host. */
export const saying = (dialogue: Change<'dialogue'>): RelaySeams => ({ parts: { dialogue } });

/** What is written down of the queue. */
export const keeping = (kept: Change<'kept'>): RelaySeams => ({ parts: { kept } });

/** When what failed is tried again. */
export const trying = (retries: Change<'retries'>): RelaySeams => ({ parts: { retries } });

/** What senders are told. */
export const reporting = (reports: Change<'reports'>): RelaySeams => ({ parts: { reports } });

/** What the name system is heard to say. */
export const resolving = (resolver: Change<'resolver'>): RelaySeams => ({ parts: { resolver } });

/** What a host says is heard otherwise. */
export const hearing = (reading: () => Reading): RelaySeams =>
  saying(({ connection }) => {
    connection.readThrough(reading());
    return {};
  });

/** What the content looks like when it goes out; the text is latin1. */
export const sendingText = (change: (text: string) => string): RelaySeams => {
  const changed = (content: Buffer) => Buffer.from(change(content.toString('latin1')), 'latin1');
  return saying((right) => ({
    content: (content) => right.content(content.length === 0 ? content : changed(content)),
    chunks: (content) => right.chunks(changed(content)),
  }));
};

/** What the answers of a transaction are taken for. */
export const taking = (change: (answer: Answer) => Answer): RelaySeams =>
  saying((right) => ({
    mail: async (path, parameters) => change(await right.mail(path, parameters)),
    rcpt: async (path, parameters) => change(await right.rcpt(path, parameters)),
    startData: async () => change(await right.startData()),
    content: async (content) => change(await right.content(content)),
  }));

/** What a host is believed to offer. */
export const believing = (change: (offers: Offers) => Offers): RelaySeams =>
  saying(() => {
    let believed = NO_OFFERS;
    return {
      get offers() {
        return believed;
      },
      set offers(said) {
        believed = change(said);
      },
    };
  });

/** How the host is found that gets all of it. */
export const handingAll = (smarthost: Change<'smarthost'>): RelaySeams => ({ parts: { smarthost } });
