/** Mistakes that SMTP servers make. Each stands in the list of its topic, in defects/smtp/. */

import { content } from './smtp/content';
import { delivery } from './smtp/delivery';
import { extensions } from './smtp/extensions';
import { judgement } from './smtp/judging';
import { order } from './smtp/order';
import { questions } from './smtp/questions';
import { replies } from './smtp/replies';
import { syntax } from './smtp/syntax';
import type { SmtpDefect } from './smtp/tools';
import { trace } from './smtp/trace';

export const smtpDefects: readonly SmtpDefect[] = [
  ...order,
  ...syntax,
  ...content,
  ...judgement,
  ...delivery,
  ...trace,
  ...replies,
  ...questions,
  ...extensions,
];
