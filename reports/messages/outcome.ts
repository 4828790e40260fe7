/** What steps leave in the messages; CONTRIBUTING.md is the contract. */
import type { Attachment } from '@cucumber/messages';

export const OUTCOME_MEDIA_TYPE = 'application/vnd.mailspec.outcome+json';
export const TRANSCRIPT_MEDIA_TYPE = 'text/vnd.mailspec.transcript';
export const TESTIMONY_MEDIA_TYPE = 'application/vnd.mailspec.testimony+json';

export type OutcomeKind =
  | 'mismatch'
  | 'blocked'
  | 'not-applicable'
  | 'observation'
  | 'error'
  | 'killed'
  | 'disturbed'
  | 'breach'
  | 'rule';

export interface Outcome {
  kind: OutcomeKind;
  /** Stable, kebab-case. */
  code: string;
  /** One line. */
  reason: string;
  /** The diff with its caret, several lines. */
  detail?: string;
  /** For `blocked`: the requirement whose scenario judges what failed; for `breach`: the one that is broken. */
  requirement?: string;
  /** Where and how it differs: mismatches at the same command in the same way are one cause. */
  cause?: { command: string; difference: string };
  /** The id of the scenario in which it was seen first, where that is another. */
  seenIn?: string;
}

/** What the sessions of one scenario showed of rules that hold over the whole run. */
export interface Testimony {
  /** Rules that had something to be held against. */
  applied: string[];
  broken: { rule: string; times: number; reason: string; detail: string }[];
}

const KINDS: readonly string[] = [
  'mismatch',
  'blocked',
  'not-applicable',
  'observation',
  'error',
  'killed',
  'disturbed',
  'breach',
  'rule',
];

/** The text of an attachment, whichever way it was encoded. */
export function textOf(attachment: Attachment): string {
  return attachment.contentEncoding === 'BASE64'
    ? Buffer.from(attachment.body, 'base64').toString('utf8')
    : attachment.body;
}

/** Reads an outcome; one that breaks the contract becomes an outcome of kind `error` that says so. */
export function outcomeOf(text: string): Outcome {
  try {
    const outcome = JSON.parse(text) as Outcome;
    if (KINDS.includes(outcome.kind) && typeof outcome.code === 'string' && typeof outcome.reason === 'string') {
      return outcome;
    }
  } catch {
    // Not JSON: told below, with the text itself.
  }
  return {
    kind: 'error',
    code: 'bad-outcome',
    reason: `a step attached an outcome that is none: ${text.slice(0, 200)}`,
  };
}
