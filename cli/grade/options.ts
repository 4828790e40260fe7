/** What `mailspec grade` was asked, as commander gives it. */
import type { Language } from '../../reports/grade/rubric';

export interface GradeOptions {
  server?: string;
  submission: string;
  batch?: string;
  jobs: number;
  stage: string[];
  out: string;
  seed?: number;
  language: Language;
  list?: boolean;
  update?: boolean;
  verbose?: boolean;
}
