/** A rubric: what a course asks of a student's server, stage by stage, and what each thing is worth. */

export type Language = 'en' | 'es';
export const LANGUAGES: readonly Language[] = ['en', 'es'];

/** The same in several languages; one text serves for all. */
export type Words = string | Partial<Record<Language, string>>;

/** Gradescope's words for when a student sees a stage. */
export type Visibility = 'visible' | 'hidden' | 'after_due_date' | 'after_published';

/** How much of a failure a student sees: the dialogue with the line that differs, the requirement's sentence, or the title alone. */
export type Showing = 'dialogue' | 'sentence' | 'nothing';

export interface Stage {
  id: string;
  title: Words;
  /** Topics, sections, requirements, ids or tag expressions: what any of them names. */
  select: string[];
  exclude: string[];
  /** How many scenarios that is: what a crash swallows still counts. */
  scenarios: number;
  /** Stages that must have earned enough before this one is played. */
  needs: string[];
  /** What the server must offer: `pop3`, `pop3.UIDL`. */
  requires: string[];
  /** The most that it can earn. */
  cap: number;
  /** What each requirement is worth; without it, an equal share of the cap. */
  each?: number;
  /** Those that are worth something else. */
  points: Record<string, number>;
  hint?: Words;
  visibility: Visibility;
  show: Showing;
}

/** A stage with what it selects. */
export interface PlannedStage<Scenario = unknown> {
  stage: Stage;
  scenarios: Scenario[];
  /** Points by requirement. */
  worth: ReadonlyMap<string, number>;
}

/** The text in a language; in English, or in whatever there is, where it has none in that. */
export function inLanguage(words: Words, language: Language): string {
  if (typeof words === 'string') return words;
  return words[language] ?? words.en ?? Object.values(words)[0] ?? '';
}
