/** In and out. */

import { getConnInfo } from '@hono/node-server/conninfo';
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { readForm } from '../forms';
import { MailError } from '../mail/error';
import { SignIn } from '../views/sign-in';
import type { Web, WebContext, Webmail } from '../web';
import { isLanguage } from '../words/languages';
import { ownPlace } from './own-place';
import { problemOf, type Shown, show } from './show';
import { checkOrigin, formOf } from './visitors';

export function signInRoutes(app: Hono<Web>, webmail: Webmail): void {
  const { guard, cookies, attempts, sessions, desks, log } = webmail;

  const page = (c: WebContext, user: string, problem?: Shown['problem'], status: 200 | 401 | 403 | 429 | 502 = 200) => {
    const before = cookies.read(c, 'ticket');
    const ticket = /^[\w-]{22}$/.test(before) ? before : guard.ticket();
    cookies.write(c, 'ticket', ticket);
    const { words } = c.var;
    const shown = { page: 'sign-in', title: words.signIn, problem, status };
    return show(webmail, c, shown, <SignIn words={words} token={guard.tokenFor(ticket)} user={user} />);
  };

  app.get('/signin', (c) => (c.var.visitor ? c.redirect('/list', 303) : page(c, '')));

  app.post('/signin', async (c) => {
    checkOrigin(webmail, c);
    const form = await readForm(c.req.raw, webmail.limits.form);
    const user = form.get('user').trim();
    const { words } = c.var;
    if (!guard.isTokenFor(cookies.read(c, 'ticket'), form.get('token')))
      return page(c, user, problemOf(words, 'bad-form'), 403);
    const address = addressOf(c);
    const wait = attempts.wait(user, address);
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      c.header('Retry-After', String(seconds));
      return page(c, user, problemOf(words, 'too-many', seconds), 429);
    }
    const { cookie, session } = sessions.open(user, form.get('password'));
    const desk = desks.of(session);
    const click = desk.clicks.begin('POST /signin');
    try {
      await desk.account.use({ password: form.get('password'), click }, (client) => client.noop());
    } catch (error) {
      sessions.close(cookie);
      if (!(error instanceof MailError)) throw error;
      if (error.code === 'login-refused') {
        attempts.fail(user, address);
        log(`webmail: sign-in of ${JSON.stringify(user.slice(0, 320))} from ${address} failed`);
      }
      return page(c, user, problemOf(words, error.code), error.code === 'login-refused' ? 401 : 502);
    }
    attempts.succeed(user, address);
    // What came with the request, whoever set it, is no session any more.
    sessions.close(cookies.read(c, 'session'));
    cookies.remove(c, 'ticket');
    cookies.write(c, 'session', cookie);
    return c.redirect('/list', 303);
  });

  app.post('/signout', async (c) => {
    await formOf(webmail, c);
    sessions.close(cookies.read(c, 'session'));
    cookies.remove(c, 'session');
    c.header('Clear-Site-Data', '"cache", "storage"');
    return c.redirect('/signin', 303);
  });

  app.post('/language', async (c) => {
    checkOrigin(webmail, c);
    const form = await readForm(c.req.raw, webmail.limits.form);
    if (!isLanguage(form.get('language'))) throw new HTTPException(400);
    cookies.write(c, 'language', form.get('language'));
    return c.redirect(ownPlace(form.get('back')), 303);
  });
}

function addressOf(c: WebContext): string {
  try {
    return getConnInfo(c).remote.address ?? 'nowhere';
  } catch {
    return 'nowhere';
  }
}
