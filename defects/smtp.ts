/** Mistakes that SMTP servers make. Each stands in the list of its topic, in defects/smtp/. */

import { auth } from './smtp/auth';
import { careless } from './smtp/careless';
import { content } from './smtp/content';
import { delivery } from './smtp/delivery';
import { extensions } from './smtp/extensions';
import { judgement } from './smtp/judging';
import { order } from './smtp/order';
import { promises } from './smtp/promises';
import { questions } from './smtp/questions';
import { replies } from './smtp/replies';
import { syntax } from './smtp/syntax';
import type { SmtpDefect } from './smtp/tools';
import { trace } from './smtp/trace';

/** By the file that holds them. */
export const smtpLists = {
  'smtp/order': order,
  'smtp/syntax': syntax,
  'smtp/content': content,
  'smtp/judging': judgement,
  'smtp/delivery': delivery,
  'smtp/trace': trace,
  'smtp/replies': replies,
  'smtp/questions': questions,
  'smtp/extensions': extensions,
  'smtp/auth': auth,
  'smtp/promises': promises,
  'smtp/careless': careless,
};

export const smtpDefects: readonly SmtpDefect[] = Object.values(smtpLists).flat();
