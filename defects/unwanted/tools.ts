/** What mistakes with mail from strangers are made with. */

import type { Names } from '../../reference-server/dns/names';
import type { UnwantedParts, UnwantedSeams } from '../../reference-server/policies/seams';
import type { SpfRecord } from '../../reference-server/policies/spf/record';
import type { Defect } from '../defect';

export type UnwantedDefect = Defect<UnwantedSeams>;

export const COMMON = 'common mistake';

export const defect = (name: string, mistake: string, reference: string, seams: UnwantedSeams): UnwantedDefect => ({
  name: `unwanted-${name}`,
  mistake,
  reference,
  seams,
});

type Change<Part extends keyof UnwantedParts> = (right: UnwantedParts[Part]) => Partial<UnwantedParts[Part]>;

/** How a record is evaluated. */
export const evaluating = (spf: Change<'spf'>): UnwantedSeams => ({ parts: { spf } });

/** What is made of SPF's result. */
export const judging = (sender: Change<'sender'>): UnwantedSeams => ({ parts: { sender } });

/** What is written of it, and what others may write. */
export const telling = (results: Change<'results'>): UnwantedSeams => ({ parts: { results } });

/** What the name system is heard to say. */
export const hearing = (names: (right: Names) => Partial<Names>): UnwantedSeams => ({ parts: { names } });

/** What the texts of a name are heard to say, each as its character-strings. */
export const hearingTexts = (change: (strings: readonly string[]) => readonly string[]): UnwantedSeams =>
  hearing((right) => ({
    txt: async (name) => {
      const answer = await right.txt(name);
      return answer.kind === 'found' ? { ...answer, records: answer.records.map(change) } : answer;
    },
  }));

/** The text of each record is read otherwise. */
export const reading = (change: (text: string) => string): UnwantedSeams =>
  hearingTexts((strings) => [change(strings.join(''))]);

/** A record, once it is parsed, is taken for another. */
export const taking = (change: (record: SpfRecord) => SpfRecord): UnwantedSeams =>
  evaluating((right) => ({
    recordOf: async (domain) => {
      const record = await right.recordOf(domain);
      return record && change(record);
    },
  }));

/** How signatures are verified. */
export const verifying = (dkim: Change<'dkim'>): UnwantedSeams => ({ parts: { dkim } });

/** How one's own mail is signed. */
export const signing = (signer: Change<'signer'>): UnwantedSeams => ({ parts: { signer } });

/** How the author of a message is held against what is known. */
export const holding = (dmarc: Change<'dmarc'>): UnwantedSeams => ({ parts: { dmarc } });

/** What is made of both. */
export const weighing = (content: Change<'content'>): UnwantedSeams => ({ parts: { content } });

/** The tags of a signature are read otherwise; what is hashed of it stays. */
export const readingTags = (change: (value: string) => string): UnwantedSeams =>
  verifying((right) => ({ read: (field) => ({ ...right.read({ ...field, value: change(field.value) }), field }) }));

/** The record of a key is read otherwise. */
export const readingKeys = (change: (text: string) => string): UnwantedSeams =>
  verifying((right) => ({ recordOf: (text) => right.recordOf(change(text)) }));
