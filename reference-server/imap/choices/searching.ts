import { bodyTexts } from '../../mime/text';
import type { Session } from '../session';

/** What is decided about searches and their results. */
export interface SearchChoices {
  /** Whether a keyword key fits a message that has it, or has it not. */
  keywordFits(has: boolean, wanted: boolean): boolean;
  /** Whether one of these holds. */
  or(results: Array<() => boolean>): boolean;
  sizeFits(order: 'larger' | 'smaller', size: number, octets: number): boolean;
  /** How a day fits; undefined is that of a message without one. */
  dayFits(day: number | undefined, order: 'before' | 'on' | 'since', wanted: number): boolean;
  /** Whether the internal date's day is that of its own zone (RFC 9051 §6.4.4). */
  ownZone: boolean;
  /** Whether text is found; both are folded. */
  finds(text: string, wanted: string): boolean;
  bodyTexts: typeof bodyTexts;
  /** Numbers that are answered: UIDs for UID SEARCH, otherwise sequence numbers. */
  results(session: Session, uids: number[], byUid: boolean): number[];
}

export const searchChoices: SearchChoices = {
  keywordFits: (has, wanted) => has === wanted,
  or: (results) => results.some((holds) => holds()),
  sizeFits: (order, size, octets) => (order === 'larger' ? size > octets : size < octets),
  dayFits,
  ownZone: true,
  finds: (text, wanted) => text.includes(wanted),
  bodyTexts,
  results: (session, uids, byUid) => (byUid ? uids : session.selected!.sequenceNumbers(uids)),
};

function dayFits(day: number | undefined, order: 'before' | 'on' | 'since', wanted: number): boolean {
  if (day === undefined) return false;
  return order === 'before' ? day < wanted : order === 'on' ? day === wanted : day >= wanted;
}
