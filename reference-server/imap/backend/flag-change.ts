import type { FlagUpdate, Message } from '../../store/types';
import { no } from '../refusal';
import { hasKeyword } from '../syntax/flags';
import type { FlagClasses } from './rights';

/** What STORE asks for (RFC 9051 §6.4.6). */
export interface FlagChange {
  /** Sets these flags, adds them or takes them away. */
  mode: '=' | '+' | '-';
  /** Bits of FLAG. */
  flags: number;
  keywords: readonly string[];
  /** Only of messages whose mod-sequence is no greater (RFC 7162 §3.1.3). */
  unchangedSince?: number;
}

/** Different keywords that one mailbox may know. */
const MOST_KEYWORDS = 500;

/** Whether a change is of some flag that may be changed; one that names none is of all. */
export function touches({ flags, keywords }: FlagChange, may: FlagClasses): boolean {
  if (flags === 0 && keywords.length === 0) return may.system > 0;
  return (flags & may.system) > 0 || (keywords.length > 0 && may.keywords);
}

/** The messages that are others afterwards, with all their flags. What may not be changed stays as it is (RFC 4314 §4). */
export function updatesOf(messages: readonly Message[], change: FlagChange, may: FlagClasses): FlagUpdate[] {
  const left = { ...change, flags: change.flags & may.system, keywords: may.keywords ? change.keywords : [] };
  return messages
    .map((message) => updated(message, left, may))
    .filter((update, place) => differs(update, messages[place]!));
}

function updated(
  { uid, flags, keywords }: Message,
  { mode, flags: given, keywords: named }: FlagChange,
  may: FlagClasses,
): FlagUpdate {
  if (mode === '=') return { uid, flags: (flags & ~may.system) | given, keywords: may.keywords ? named : keywords };
  if (mode === '-')
    return { uid, flags: flags & ~given, keywords: keywords.filter((keyword) => !hasKeyword(named, keyword)) };
  const fresh = named.filter((keyword) => !hasKeyword(keywords, keyword));
  return { uid, flags: flags | given, keywords: [...keywords, ...fresh] };
}

function differs(update: FlagUpdate, message: Message): boolean {
  return update.flags !== message.flags || update.keywords.join(' ') !== message.keywords.join(' ');
}

/** Keywords are remembered for ever, so there is an end to them (RFC 5530 §3, LIMIT). */
export function checkKeywords(known: readonly string[], keywords: readonly string[]): void {
  const fresh = keywords.filter((keyword) => !hasKeyword(known, keyword));
  if (known.length + fresh.length > MOST_KEYWORDS) throw no('The mailbox has too many keywords', 'LIMIT');
}
