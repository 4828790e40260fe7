/** The webmail as one function from requests to answers. */

import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { HEADERS } from './access/headers';
import { MailError, type MailErrorCode } from './mail/error';
import { actRoutes } from './routes/act';
import { composeRoutes } from './routes/compose';
import { downloadRoutes } from './routes/download';
import { folderRoutes } from './routes/folders';
import { helpRoutes } from './routes/help';
import { listRoutes } from './routes/list';
import { messageRoutes } from './routes/message';
import { newsRoutes } from './routes/news';
import { problemOf, show } from './routes/show';
import { signInRoutes } from './routes/sign-in';
import { staticRoutes } from './routes/static';
import { Trouble } from './views/trouble';
import type { Web, WebContext, Webmail } from './web';
import { LANGUAGES, languageOf, type Words } from './words/languages';

export function webmailApp(webmail: Webmail): Hono<Web> {
  const { cookies, sessions, desks } = webmail;
  const app = new Hono<Web>();
  app.use(async (c, next) => {
    const language = languageOf(cookies.read(c, 'language'), c.req.header('accept-language'));
    c.set('language', language);
    c.set('words', LANGUAGES[language]);
    c.set('visitor', undefined);
    c.header('Content-Language', language);
    await next();
    // An answer that has a policy of its own (what a mail brought) keeps it.
    const own = c.res.headers.has('content-security-policy');
    for (const [name, value] of Object.entries(HEADERS))
      if (!own && !c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  staticRoutes(app);
  app.use(async (c, next) => {
    const cookie = cookies.read(c, 'session');
    const visit = cookie === '' ? undefined : sessions.find(cookie);
    if (visit) {
      const desk = desks.of(visit.session);
      const click = desk.clicks.begin(`${c.req.method} ${new URL(c.req.url).pathname}`);
      c.set('visitor', { ...visit, desk, click });
    } else if (cookie !== '') cookies.remove(c, 'session');
    await next();
  });
  signInRoutes(app, webmail);
  listRoutes(app, webmail);
  messageRoutes(app, webmail);
  composeRoutes(app, webmail);
  actRoutes(app, webmail);
  folderRoutes(app, webmail);
  downloadRoutes(app, webmail);
  helpRoutes(app, webmail);
  newsRoutes(app, webmail);
  app.notFound((c) => trouble(webmail, c, 404, 'no-page'));
  app.onError((error, c) => answerTo(webmail, c, error));
  return app;
}

const MAIL_STATUS: Readonly<Record<MailErrorCode, ContentfulStatusCode>> = {
  gone: 404,
  refused: 422,
  unreachable: 502,
  'login-refused': 401,
};
const STATUS_PROBLEMS: Readonly<Record<number, keyof Words['problems']>> = { 403: 'bad-form', 413: 'too-large' };

function answerTo(webmail: Webmail, c: WebContext, error: Error): Response {
  if (error instanceof HTTPException) {
    if (error.status === 401) return c.redirect('/signin', 303);
    return trouble(webmail, c, error.status as ContentfulStatusCode, STATUS_PROBLEMS[error.status] ?? 'bad-form');
  }
  if (error instanceof MailError) return trouble(webmail, c, MAIL_STATUS[error.code], error.code);
  webmail.log(`webmail: ${c.req.method} ${new URL(c.req.url).pathname}: ${error.stack ?? error.message}`);
  return trouble(webmail, c, 500, 'went-wrong');
}

function trouble(
  webmail: Webmail,
  c: WebContext,
  status: ContentfulStatusCode,
  code: keyof Words['problems'],
): Response {
  const { words } = c.var;
  const shown = { page: 'problem', title: words.problem, status, problem: problemOf(words, code) };
  return show(webmail, c, shown, <Trouble words={words} />);
}
