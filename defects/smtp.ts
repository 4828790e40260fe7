/** Mistakes that SMTP servers make. Each stands in the list of its topic, in defects/smtp/. */

import { auth } from './smtp/auth';
import { automatic } from './smtp/automatic';
import { careless } from './smtp/careless';
import { content } from './smtp/content';
import { credentials } from './smtp/credentials';
import { deliverby } from './smtp/deliverby';
import { delivery } from './smtp/delivery';
import { etrn } from './smtp/etrn';
import { exchanges } from './smtp/exchanges';
import { extensions } from './smtp/extensions';
import { forgetting } from './smtp/forgetting';
import { futurerelease } from './smtp/futurerelease';
import { guessing } from './smtp/guessing';
import { handshakes } from './smtp/handshakes';
import { inactivity } from './smtp/inactivity';
import { injection } from './smtp/injection';
import { judgement } from './smtp/judging';
import { mechanisms } from './smtp/mechanisms';
import { order } from './smtp/order';
import { promises } from './smtp/promises';
import { questions } from './smtp/questions';
import { replies } from './smtp/replies';
import { scram } from './smtp/scram';
import { smuggling } from './smtp/smuggling';
import { strangers } from './smtp/strangers';
import { syntax } from './smtp/syntax';
import type { SmtpDefect } from './smtp/tools';
import { trace } from './smtp/trace';
import { written } from './smtp/written';

/** By the file that holds them. */
export const smtpLists = {
  'smtp/order': order,
  'smtp/syntax': syntax,
  'smtp/content': content,
  'smtp/smuggling': smuggling,
  'smtp/injection': injection,
  'smtp/judging': judgement,
  'smtp/delivery': delivery,
  'smtp/trace': trace,
  'smtp/replies': replies,
  'smtp/questions': questions,
  'smtp/extensions': extensions,
  'smtp/etrn': etrn,
  'smtp/deliverby': deliverby,
  'smtp/futurerelease': futurerelease,
  'smtp/auth': auth,
  'smtp/exchanges': exchanges,
  'smtp/guessing': guessing,
  'smtp/inactivity': inactivity,
  'smtp/credentials': credentials,
  'smtp/scram': scram,
  'smtp/mechanisms': mechanisms,
  'smtp/promises': promises,
  'smtp/careless': careless,
  'smtp/automatic': automatic,
  'smtp/strangers': strangers,
  'smtp/handshakes': handshakes,
  'smtp/forgetting': forgetting,
  'smtp/written': written,
};

export const smtpDefects: readonly SmtpDefect[] = Object.values(smtpLists).flat();
