import type { Start } from '../../scenario/starts';

/** One session: its state, and dialogues each of which may fail by itself. */
export interface Exercise {
  start: Start;
  dialogues: readonly string[];
}
